export function startAnalysis(): void {}
