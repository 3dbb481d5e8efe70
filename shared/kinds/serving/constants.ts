/** What the model cannot know from a data sheet: how much of the hardware an engine gets. One set: its parts only fit together. */
export interface ServingConstants {
  /** Share of the memory bandwidth that a decode step reaches (MBU). */
  readonly memoryUse: number
  /** Share of the peak that a prefill reaches (MFU); high, because `layerSeconds` absorbs overhead. */
  readonly prefillUse: number
  /** Share of the peak that a decode step reaches; Infinity: never bound by compute. */
  readonly decodeUse: number
  /** Fixed time per layer and step. */
  readonly layerSeconds: number
  /** Fixed time of one exchange between GPUs, and the share of the link that its data reach. */
  readonly exchangeSeconds: number
  readonly linkUse: number
}

export const engines = { vllm: 'vLLM', trtllm: 'TensorRT-LLM', sglang: 'SGLang', other: 'Another engine' } as const
export type Engine = keyof typeof engines

/**
 * Dense models. Fitted on NVIDIA AIConfigurator's public silicon data (Apache-2.0; InferenceMAX dumps and NVIDIA's own
 * runs); SGLang has too few dense points for a set of its own and takes the one of all engines.
 */
const anyDense: ServingConstants = {
  memoryUse: 0.85,
  prefillUse: 0.75,
  decodeUse: 0.3,
  layerSeconds: 67e-6,
  exchangeSeconds: 1e-6,
  linkUse: 0.4,
}
const dense: Readonly<Record<Engine, ServingConstants>> = {
  vllm: {
    memoryUse: 0.868,
    prefillUse: 0.744,
    decodeUse: 0.303,
    layerSeconds: 65.6e-6,
    exchangeSeconds: 2.46e-6,
    linkUse: 0.443,
  },
  trtllm: {
    memoryUse: 0.95,
    prefillUse: 0.683,
    decodeUse: 0.382,
    layerSeconds: 66.5e-6,
    exchangeSeconds: 0.2e-6,
    linkUse: 0.391,
  },
  sglang: anyDense,
  other: anyDense,
}

/** Mixtures of experts: the set of all engines, from the same data. A decode step of theirs is hardly ever bound by compute. */
const anyMixture: ServingConstants = {
  memoryUse: 0.8,
  prefillUse: 0.25,
  decodeUse: Infinity,
  layerSeconds: 80e-6,
  exchangeSeconds: 4e-6,
  linkUse: 0.22,
}
/**
 * TensorRT-LLM and SGLang have sets of their own, fitted by `scripts/serving-fit.mjs` on half of the configurations: on the
 * other half, which was not looked at, their mean absolute error is three to four points below that of the set of all
 * engines. No fit on half of the data beat the sets above by more than chance on what it had not seen, so those stand. The
 * errors as they are today are worked out from the shipped points (`measured-errors.ts`).
 */
const mixture: Readonly<Record<Engine, ServingConstants>> = {
  vllm: anyMixture,
  trtllm: {
    memoryUse: 0.95,
    prefillUse: 0.215,
    decodeUse: 0.2,
    layerSeconds: 59.6e-6,
    exchangeSeconds: 6.42e-6,
    linkUse: 0.18,
  },
  sglang: {
    memoryUse: 0.917,
    prefillUse: 0.75,
    decodeUse: 0.3,
    layerSeconds: 110e-6,
    exchangeSeconds: 4.21e-6,
    linkUse: 0.106,
  },
  other: anyMixture,
}

/** The fitted constants of an engine; `mixed`: the model is a mixture of experts. */
export function constantsOf(engine: Engine, mixed: boolean): ServingConstants {
  return (mixed ? mixture : dense)[engine]
}
