import type { GraphiQLProps } from 'graphiql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnswerAccount, readAccount, refusalOf } from './gateway-answer';
import type { Language } from './languages';
import type { Requester } from './requester';
import { type Answer, type Operation, sendQuery } from './send-query';

/** In whose name, and in which language, the page asks besides the editor. */
export type Asker = { requester: Requester; language: Language };

/** What the page knows of its conversation with the gateway. */
export type Gateway = {
  /** Changes with the requester and the language, upon which the editor fetches the schema again. */
  fetcher: GraphiQLProps['fetcher'];
  /** The gateway's words when it refused the last request. */
  refusal: string | null;
  /** Of the last answer to the user's operation; null before there is one, and when it was refused. */
  account: AnswerAccount | null;
};

/** Connects the editor to the gateway on behalf of one requester. */
export function useGateway(requester: Requester, language: Language): Gateway {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [account, setAccount] = useState<AnswerAccount | null>(null);
  const current = useRef(requester);
  useEffect(() => {
    current.current = requester;
    setRefusal(null);
    setAccount(null);
  }, [requester]);
  const fetcher = useMemo(() => {
    return async (operation: Operation) => {
      const answer = await sendQuery({ operation, requester, language });
      // An answer to who asked before must not speak for who asks now.
      if (current.current === requester) {
        const refused = refusalOf(answer);
        setRefusal(refused);
        if (!isIntrospection(operation)) setAccount(refused ? null : readAccount(answer));
      }
      return isIntrospection(operation) ? withData(answer) : answer;
    };
  }, [requester, language]);
  return { fetcher, refusal, account };
}

function isIntrospection(operation: Operation): boolean {
  return operation.operationName === 'IntrospectionQuery';
}

/** GraphiQL repeats an introspection whose answer lacks `data`: a refusal need not be asked for twice. */
function withData(answer: Answer): Answer {
  return 'data' in answer ? answer : { data: null, ...answer };
}
