export async function exportDocument(_id: string, _format: string): Promise<void> {}
