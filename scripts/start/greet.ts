export async function greet(..._: unknown[]) {}
