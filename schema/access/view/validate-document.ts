import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql';
import { type ErrorCode, requestError } from '../../errors';

/** Rules whose breach means that a name is unknown to this requester. */
const UNKNOWN_NAME_RULES = new Set([
  'FieldsOnCorrectTypeRule',
  'KnownArgumentNamesRule',
  'KnownTypeNamesRule',
  'KnownFragmentNamesRule',
  'KnownDirectivesRule',
]);

/** Names with two underscores are GraphQL's own, and an answer under `__proto__` could not be read. */
function ReservedAliasesRule(context: ValidationContext): ASTVisitor {
  return {
    Field({ alias, name }) {
      if (alias?.value.startsWith('__') && alias.value !== name.value)
        context.reportError(new GraphQLError('', { nodes: alias }));
    },
  };
}

/** Each rule reports under its own name, so that our text never repeats graphql-js's: that one suggests names and echoes values. */
const NAMED_RULES: readonly ValidationRule[] = [...specifiedRules, ReservedAliasesRule].map(
  (rule) => (context: ValidationContext) => {
    const reporting = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => context.reportError(new GraphQLError(rule.name, { nodes: error.nodes ?? [] })),
      },
    }) as ValidationContext;
    return rule(reporting);
  },
);

/**
 * Validates a document against the schema that the requester may ask. The first breach is the answer:
 * a rule's name, a line, and at most a name that the requester wrote.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): void {
  const [breach] = validate(schema, document, NAMED_RULES, { maxErrors: 1 });
  if (!breach) return;
  const place = { line: breach.locations?.[0]?.line ?? 0, column: breach.locations?.[0]?.column ?? 0 };
  const code: ErrorCode = UNKNOWN_NAME_RULES.has(breach.message) ? 'UNKNOWN_FIELD' : 'INVALID_QUERY';
  throw requestError(code, { ...place, rule: breach.message.replace(/Rule$/, ''), name: nameOf(breach.nodes?.[0]) });
}

/** Some rules report the name itself, others the node that bears it. */
function nameOf(node: ASTNode | undefined): string {
  if (node?.kind === Kind.NAME) return node.value;
  return node && 'name' in node && node.name ? node.name.value : '';
}
