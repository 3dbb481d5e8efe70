/** The package ships no types for its language features; this is what the studio uses of them. */
declare module 'monaco-editor/language/json/monaco.contribution.js' {
  interface DiagnosticsOptions {
    readonly validate: boolean
    readonly schemaValidation: 'error' | 'warning' | 'ignore'
    readonly schemas: readonly {
      readonly uri: string
      readonly fileMatch: readonly string[]
      readonly schema: unknown
    }[]
  }
  export const jsonDefaults: { setDiagnosticsOptions: (options: DiagnosticsOptions) => void }
}
