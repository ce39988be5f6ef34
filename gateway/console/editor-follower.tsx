import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { defaultQuery, isDefaultQuery } from './default-query';
import type { Language } from './languages';
import type { Requester } from './requester';

type EditorFollowerProps = { requester: Requester; language: Language };

/** Keeps the editor in step with the fields above it; shows nothing itself. */
export function EditorFollower({ requester, language }: EditorFollowerProps) {
  const { queryEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    responseEditor: state.responseEditor,
  }));
  const { updateActiveTabValues } = useGraphiQLActions();
  useEffect(() => {
    if (queryEditor && isDefaultQuery(queryEditor.getValue())) {
      queryEditor.setValue(defaultQuery(language));
    }
  }, [queryEditor, language]);
  const shownFor = useRef(requester);
  useEffect(() => {
    if (shownFor.current === requester) return;
    shownFor.current = requester;
    // A result obtained by another person or for another purpose must not stand under this one.
    responseEditor?.setValue('');
    updateActiveTabValues({ response: null });
  }, [requester, responseEditor, updateActiveTabValues]);
  return null;
}
