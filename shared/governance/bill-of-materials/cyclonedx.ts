/** The part of CycloneDX 1.6 that an AI-BOM of a design uses; the official schema is what the tests hold it to. */
export interface CycloneDx {
  readonly $schema: string
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.6'
  readonly serialNumber: string
  readonly version: 1
  readonly metadata: {
    /** ISO date and time, passed in. */
    readonly timestamp: string
    readonly lifecycles: readonly { readonly phase: 'design' }[]
    readonly tools: { readonly components: readonly BomComponent[] }
    readonly authors?: readonly { readonly name: string }[]
    readonly component: BomComponent
    readonly properties?: readonly BomProperty[]
  }
  readonly components: readonly BomComponent[]
  readonly services: readonly BomService[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

export interface BomProperty {
  readonly name: string
  readonly value: string
}

export interface BomComponent {
  readonly type: 'application' | 'machine-learning-model' | 'data'
  readonly 'bom-ref'?: string
  readonly supplier?: { readonly name: string }
  readonly name: string
  readonly version?: string
  readonly description?: string
  readonly modelCard?: ModelCard
  readonly data?: readonly BomData[]
  readonly properties?: readonly BomProperty[]
}

export interface ModelCard {
  readonly modelParameters?: {
    readonly task?: string
    readonly datasets?: readonly { readonly ref: string }[]
    readonly inputs?: readonly { readonly format: string }[]
    readonly outputs?: readonly { readonly format: string }[]
  }
  readonly quantitativeAnalysis?: {
    readonly performanceMetrics: readonly { readonly type: string; readonly value: string; readonly slice?: string }[]
  }
  readonly considerations?: { readonly users?: readonly string[]; readonly useCases?: readonly string[] }
}

export interface BomData {
  readonly type: 'dataset' | 'configuration' | 'source-code' | 'other'
  readonly name: string
  readonly classification?: string
  readonly sensitiveData?: readonly string[]
  readonly governance?: { readonly owners: readonly { readonly organization: { readonly name: string } }[] }
}

export interface BomService {
  readonly 'bom-ref': string
  readonly provider?: { readonly name: string }
  readonly name: string
  readonly description?: string
  readonly authenticated?: boolean
  readonly 'x-trust-boundary'?: boolean
  readonly trustZone?: string
  readonly data?: readonly { readonly flow: DataDirection; readonly classification: string; readonly name: string }[]
  readonly properties?: readonly BomProperty[]
}

export type DataDirection = 'inbound' | 'outbound' | 'bi-directional'
