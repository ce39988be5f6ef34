/** The query that every gateway is asked. */
export const BENCHMARK_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query TestQuery {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }
`;

/** The body of the request for it. */
export const BENCHMARK_BODY = JSON.stringify({ query: BENCHMARK_QUERY, operationName: 'TestQuery' });
