import { amount, share, toggle } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { input, type InputNode } from '../formula/formula.ts'
import type { FieldReader } from '../kind.ts'
import { knees } from './knees.ts'

/** Of what a replica sustains. */
export const usualTarget = knees.amber

/** How a box of several replicas follows its load; beside `replicas`, which is what runs when it does not. */
export const scalingFields: Fields = {
  autoscaled: toggle('Scales with the load', {
    help: 'Replicas follow the hours of the week; without it all of them run all the time.',
  }),
  leastReplicas: amount('Least replicas', 'machines', {
    integer: true,
    help: 'While it scales; 0 lets it sleep, and the first call wait.',
    default: 1,
    defaultSource: 'one stays ready until stated',
  }),
  mostReplicas: amount('Most replicas', 'machines', {
    integer: true,
    min: 1,
    help: 'While it scales: a quota, or what the budget allows. Without it there is always another one.',
  }),
  targetUtilisation: share('Busy up to', {
    help: 'Load of one replica from which another one starts.',
    above: 0,
    default: usualTarget,
    defaultSource: 'the knee of waiting times',
    defaultLow: 0.5,
    defaultHigh: 0.85,
  }),
}

/** What a week asks of a box whose replicas can follow it. */
export interface ReplicaWeek {
  /** Mean over the 168 hours, and at the peak: what it needs, or as many as there may be. */
  readonly mean: number
  readonly atPeak: number
  /** As many as there may be, where it scales and somebody has said so. */
  readonly most?: number
}

/**
 * Replicas by the hour: max(least, ceil(calls per second / (calls per second of one replica x busy up to))), and never
 * more than the most of a box that scales.
 * @param callsPerSecondByHour the 168 hours of a week
 * @param peakPerSecond the peak, which a week of means may stay below
 * @param sustainedPerSecond of one replica at 100 %; not positive: undefined, as nothing is known to follow
 */
export function replicasOverWeek(
  settings: FieldReader,
  callsPerSecondByHour: readonly number[],
  peakPerSecond: number,
  sustainedPerSecond: number,
): ReplicaWeek | undefined {
  const target = settings.number('targetUtilisation') ?? usualTarget
  const perReplica = sustainedPerSecond * target
  if (!(perReplica > 0) || callsPerSecondByHour.length === 0) return undefined
  const least = Math.max(0, settings.number('leastReplicas') ?? 1)
  const most = mostReplicas(settings)
  const needed = (perSecond: number): number =>
    Math.min(most ?? Infinity, Math.max(least, Math.ceil(perSecond / perReplica - 1e-9)))
  const total = callsPerSecondByHour.reduce((sum, perSecond) => sum + needed(perSecond), 0)
  return {
    mean: total / callsPerSecondByHour.length,
    atPeak: needed(peakPerSecond),
    ...(most === undefined ? {} : { most }),
  }
}

/** As many replicas as a box that scales may have; undefined where that has no end, and where it does not scale. */
export function mostReplicas(settings: FieldReader): number | undefined {
  const most = settings.truth('autoscaled') === true ? settings.number('mostReplicas') : undefined
  return most === undefined ? undefined : Math.max(1, Math.floor(most))
}

/** A reader whose `replicas` are the mean over the week; the rest as it is. For prices alone: times are those of the peak. */
export function readScaled(settings: FieldReader, { mean }: ReplicaWeek): FieldReader {
  return readReplicas(settings, 'Replicas, mean over the hours of the week', mean)
}

/** A reader whose `replicas` are those that run at the peak; the rest as it is. For times and capacity. */
export function readAtPeak(settings: FieldReader, atPeak: number): FieldReader {
  return readReplicas(settings, 'Replicas at the peak, scaled', atPeak)
}

function readReplicas(settings: FieldReader, label: string, replicas: number): FieldReader {
  const { unit, provenance } = settings.input('replicas')
  const running: InputNode = input(label, replicas, unit, {
    from: 'derived',
    ...(provenance.on === undefined ? {} : { on: provenance.on }),
    field: 'replicas',
  })
  return readInstead(settings, 'replicas', running)
}

/** A reader that gives a number of the engine's own for one field; the rest as it is. */
export function readInstead(settings: FieldReader, field: string, node: InputNode): FieldReader {
  return {
    ...settings,
    input: (name) => (name === field ? node : settings.input(name)),
    number: (name) => (name === field ? node.value : settings.number(name)),
  }
}
