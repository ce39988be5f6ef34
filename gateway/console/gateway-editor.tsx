import { GraphiQL, type GraphiQLProps } from 'graphiql';
import type { ReactNode } from 'react';
import { defaultQuery } from './default-query';
import { EditorFollower } from './editor-follower';
import type { Language } from './languages';
import type { Requester } from './requester';

type GatewayEditorProps = {
  fetcher: GraphiQLProps['fetcher'];
  requester: Requester;
  language: Language;
  children: ReactNode;
};

/** GraphiQL as this page uses it; the children stand below the result. */
export function GatewayEditor({ fetcher, requester, language, children }: GatewayEditorProps) {
  return (
    <GraphiQL
      fetcher={fetcher}
      // Queries and variables may name people: they end with the browser's tab, not in localStorage.
      storage={window.sessionStorage}
      // `null` keeps GraphiQL from introspecting before there is somebody to introspect for.
      schema={requester.token ? undefined : null}
      defaultQuery={defaultQuery(language)}
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <span className="editor-name">GraphiQL</span>
      </GraphiQL.Logo>
      <GraphiQL.Footer>{children}</GraphiQL.Footer>
      <EditorFollower requester={requester} language={language} />
    </GraphiQL>
  );
}
