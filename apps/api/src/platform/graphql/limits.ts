import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  type ValueNode,
  isListType,
  isNonNullType,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What one operation may ask for; the same over HTTP and WebSocket. */
export const operationLimits = { tokens: 1500, depth: 8, aliases: 10, nodes: 2_000, directives: 20, listSize: 500 };

const refuse = (reason: string) =>
  new GraphQLError(reason, { extensions: { code: 'TOO_COMPLEX', details: { reason }, http: { status: 400 } } });

function sizeOf(value: ValueNode | undefined, variables: Record<string, unknown>): number | null {
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind === Kind.VARIABLE)
    return typeof variables[value.name.value] === 'number' ? (variables[value.name.value] as number) : null;
  return null;
}

/** How many list entries a field can bring: what `first` or `limit` asks for (given, by variable or by default), else a usual list of 10. */
function pageSize(info: TypeInfo, node: ASTNode, variables: Record<string, unknown>): number {
  const field = info.getFieldDef();
  if (!field || node.kind !== Kind.FIELD) return 1;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (!isListType(type)) return 1;
  for (const arg of field.args.filter(({ name }) => name === 'first' || name === 'limit')) {
    const given = sizeOf(node.arguments?.find((a) => a.name.value === arg.name)?.value, variables);
    return Math.max(1, given ?? (typeof arg.defaultValue === 'number' ? arg.defaultValue : operationLimits.listSize));
  }
  return 10;
}

/** Refuses an operation that is too deep, too wide, or could bring too many nodes; runs before any resolver. */
export function operationProblem(
  schema: GraphQLSchema,
  document: DocumentNode,
  givenVariables: Record<string, unknown> | null | undefined,
): GraphQLError | null {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => void (node.alias && aliases++),
    Directive: () => void directives++,
  });
  if (aliases > operationLimits.aliases)
    return refuse(`An operation may use ${operationLimits.aliases} aliases, this one uses ${aliases}.`);
  if (directives > operationLimits.directives) return refuse(`An operation may use ${operationLimits.directives} directives.`);

  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const variables: Record<string, unknown> = { ...givenVariables };
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue?.kind === Kind.INT && variables[variable.name.value] === undefined)
        variables[variable.name.value] = Number(defaultValue.value);

    const info = new TypeInfo(schema);
    let nodes = 0;
    let deepest = 0;
    const walk = (
      start: { selectionSet: SelectionSetNode } & ASTNode,
      depth: number,
      times: number,
      trail: ReadonlySet<string>,
      typeInfo: TypeInfo,
    ) => {
      deepest = Math.max(deepest, depth);
      const stack = [{ depth, times }];
      visit(
        start as ASTNode,
        visitWithTypeInfo(typeInfo, {
          Field: {
            enter(node) {
              const top = stack.at(-1) ?? { depth, times };
              const here = { depth: top.depth + 1, times: top.times * pageSize(typeInfo, node, variables) };
              stack.push(here);
              nodes += here.times;
              deepest = Math.max(deepest, here.depth);
              if (here.depth > operationLimits.depth || nodes > operationLimits.nodes) return false;
              return undefined;
            },
            leave: () => void stack.pop(),
          },
          FragmentSpread(node) {
            const fragment = fragments.get(node.name.value);
            const top = stack.at(-1) ?? { depth, times };
            if (!fragment || trail.has(node.name.value) || nodes > operationLimits.nodes) return;
            walk(fragment, top.depth, top.times, new Set([...trail, node.name.value]), new TypeInfo(schema));
          },
        }),
      );
    };
    walk(operation, 0, 1, new Set(), info);
    if (deepest > operationLimits.depth) return refuse(`An operation may be ${operationLimits.depth} levels deep.`);
    if (nodes > operationLimits.nodes) return refuse(`An operation may ask for ${operationLimits.nodes} values; ask for fewer at a time.`);
  }
  return null;
}
