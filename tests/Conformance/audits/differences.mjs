// The audits of graphql-http follow a text before 2025. What each version of GraphQL over HTTP does in another way, by the sentence of that
// version (https://github.com/graphql/graphql-over-http: spec/GraphQLOverHTTP.md of September 2026, and of May 2025).
export const differences = {
  Legacy: [],
  Draft20250508: [
    {
      section: 'Body',
      sentence: 'Each newly created or updated GraphQL server SHOULD support responses using the application/graphql-response+json media type.',
      consequence: 'A client that accepts any type gets that one, not application/json.',
      audits: ['47DE', '80D8'],
    },
  ],
  Draft20260903: [
    {
      section: 'Body',
      sentence: 'A server MUST support responses using the application/graphql-response+json media type.',
      consequence: 'A client that accepts any type gets that one, not application/json.',
      audits: ['47DE', '80D8'],
    },
    {
      section: 'Status Codes',
      sentence: 'If the request is not a well-formed GraphQL-over-HTTP request, status code 422 SHOULD be used.',
      consequence: '422, not 400, for JSON whose parameters are missing or of another type.',
      audits: [
        '423L', '3E3A', ...[0, 1, 2, 3].flatMap((index) => [`LKJ${index}`, `6C0${index}`, `476${index}`, `58B${index}`]),
      ],
    },
    {
      section: 'Status Codes',
      sentence: 'If the variable values cannot be coerced to match the operation’s variable definitions, status code 422 SHOULD be used.',
      consequence: '422, not 400, and also for clients that only accept application/json, not 200.',
      audits: ['86EE', '7B9B'],
    },
    {
      section: 'Status Codes',
      sentence: 'If the GraphQL document in the request cannot be parsed, status code 400 SHOULD be used.',
      // The audit of validation asks for a field whose name begins with a digit, which is no name.
      consequence: '400, not 200, also for clients that only accept application/json.',
      audits: ['572B', 'FDE2'],
    },
  ],
};
