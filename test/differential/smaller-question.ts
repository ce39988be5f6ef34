import { type ASTNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Question } from './engine';

/** Whether a question is valid and still shows what it is to show. */
export type StillShows = (question: Question) => Promise<boolean>;

/** Leaves out of a question, part by part, what is not needed to show a difference. */
export async function smallerQuestion(question: Question, stillShows: StillShows): Promise<Question> {
  let smallest = question;
  for (let at = 0; ; ) {
    const smaller = without(smallest, at);
    if (!smaller) return smallest;
    if (smaller.text !== smallest.text && (await shows(smaller, stillShows))) smallest = smaller;
    else at++;
  }
}

async function shows(question: Question, stillShows: StillShows): Promise<boolean> {
  try {
    return await stillShows(question);
  } catch {
    return false;
  }
}

const PARTS: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
]);

/** The question without its part of this number, or with what a fragment holds in the fragment's place. */
function without({ text, variables }: Question, number: number): Question | undefined {
  const document = parse(text, { noLocation: true });
  let count = -1;
  let found = false;
  const remove = (node: ASTNode) => {
    if (found || !PARTS.has(node.kind)) return undefined;
    if (++count === number) {
      found = true;
      return null;
    }
    if (node.kind !== Kind.INLINE_FRAGMENT || ++count !== number) return undefined;
    found = true;
    return node.selectionSet;
  };
  const edited = visit(document, { enter: remove });
  return found ? { text: print(tidied(edited)), variables } : undefined;
}

/** Without fragments and variables that nothing uses, selections that stand in selections taken apart. */
function tidied(document: DocumentNode): DocumentNode {
  const flat = visit(document, {
    SelectionSet: {
      leave: (set) => ({
        ...set,
        selections: set.selections.flatMap((inner) =>
          (inner as ASTNode).kind === Kind.SELECTION_SET ? (inner as unknown as typeof set).selections : [inner],
        ),
      }),
    },
  });
  const used = new Set<string>();
  visit(flat, {
    FragmentSpread: ({ name }) => void used.add(`...${name.value}`),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(flat, {
    FragmentDefinition: ({ name }) => (used.has(`...${name.value}`) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
