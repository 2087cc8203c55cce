import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** Members by their coordinates (`Type.field`, `Type.field(argument:)`). https://spec.graphql.org/September2025/#sec-Schema-Coordinates */
function* membersOf(schema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const members = isEnumType(type) ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
    for (const member of members) {
      yield [`${type.name}.${member.name}`, member];
      for (const argument of member.args ?? []) yield [`${type.name}.${member.name}(${argument.name}:)`, argument];
    }
  }
}

/** What is deprecated without the name of what replaces it: that of its neighbour, or a coordinate, in backticks. */
export function withoutReplacement(schema) {
  const members = new Map(membersOf(schema));
  const isCurrent = (coordinate) => members.has(coordinate) && members.get(coordinate).deprecationReason == null;
  return [...members]
    .filter(([, { deprecationReason }]) => deprecationReason != null)
    .filter(([coordinate, { name, deprecationReason }]) => {
      const names = [...deprecationReason.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
      return !names.some((text) => isCurrent(text) || isCurrent(coordinate.replace(new RegExp(`${name}(:\\)|)$`), `${text}$1`)));
    })
    .map(([coordinate]) => coordinate);
}
