import type { Component, DataAsset, Design, Flow } from '../../design/design.ts'
import { searchService } from './bases.ts'
import { action, arrow, box, call, data, edited, miniDesign, plan } from './mini-design.ts'
import { areas } from './bases.ts'

/** A design with more in it. */
export function extended(
  design: Design,
  more: {
    readonly components?: readonly Component[]
    readonly flows?: readonly Flow[]
    readonly data?: readonly DataAsset[]
  },
): Design {
  return {
    ...design,
    components: [...(design.components ?? []), ...(more.components ?? [])],
    flows: [...(design.flows ?? []), ...(more.flows ?? [])],
    data: [...(design.data ?? []), ...(more.data ?? [])],
  }
}

/** The search service whose documents speak of people. */
export const peopleSearch: Design = edited(searchService, 'd-documents', { personal: 'personal' })

/** The same with the library that the documents come from, and a nightly load of the index. */
export const loadedSearch: Design = {
  ...extended(peopleSearch, {
    components: [
      box('c-library', 'document-store', {
        in: 'b-platform',
        holds: ['d-documents'],
        settings: { encryptedAtRest: true, retentionDays: 365, approvesChanges: true },
      }),
      box('c-loader', 'ingestion', {
        in: 'b-platform',
        settings: { sourceAllowList: true, qualityGate: true, deletesToo: true, lineage: true },
        ...plan(call('a-loader-library'), call('a-loader-index')),
      }),
    ],
    flows: [
      arrow('c-loader', 'c-library', { does: ['read'], mode: 'sync', response: { data: ['d-documents'] } }),
      arrow('c-loader', 'c-index', { does: ['write'], mode: 'sync', request: { data: ['d-chunks'] } }),
    ],
  }),
  actions: [action('e-ask', 'a-analyst-portal'), action('e-load', 'c-loader')],
}

/** A bank's clerk asks a model for the score of an applicant; the model was trained on what the warehouse keeps. */
export const scoringService: Design = miniDesign({
  context: { decisionEffect: 'significant', euNexus: true },
  boundaries: areas,
  components: [
    box('c-applicant', 'user', { in: 'b-internet' }),
    box('c-form', 'client', { in: 'b-platform', settings: { renders: 'none', saysAi: true, feedback: true } }),
    box('c-service', 'orchestrator', {
      in: 'b-platform',
      ...plan(call('a-service-features'), call('a-service-score'), call('a-service-clerk')),
    }),
    box('c-features', 'feature-store', {
      in: 'b-platform',
      holds: ['d-history'],
      settings: { sharedCode: true, encryptedAtRest: true, retentionDays: 365 },
    }),
    box('c-score', 'ml-endpoint', {
      in: 'b-platform',
      settings: { pinned: true, explains: true, driftMonitored: true },
    }),
    box('c-clerk', 'human-review', { in: 'b-platform', settings: { canOverride: true, guidelines: true } }),
    box('c-warehouse', 'data-warehouse', {
      in: 'b-platform',
      holds: ['d-loans'],
      settings: { encryptedAtRest: true, retentionDays: 365 },
    }),
    box('c-training', 'training-job', {
      in: 'b-platform',
      settings: { dataApproved: true, lineage: true, deIdentified: true, trigger: 'drift' },
    }),
    box('c-fairness', 'fairness-assessment', {
      in: 'b-platform',
      settings: { fairness: true, groupsNamed: true, gatesRelease: true, humanCalibration: true },
    }),
  ],
  flows: [
    arrow('c-applicant', 'c-form', { request: { data: ['d-application'] } }),
    arrow('c-form', 'c-service', {
      authentication: 'oidc',
      encrypted: true,
      mode: 'sync',
      request: { data: ['d-application'] },
    }),
    arrow('c-service', 'c-features', { does: ['read'], response: { data: ['d-history'] } }),
    arrow('c-service', 'c-score', {
      request: { data: ['d-application', 'd-history'] },
      response: { data: ['d-verdict'] },
    }),
    arrow('c-service', 'c-clerk', { mode: 'sync', request: { data: ['d-application', 'd-verdict'] } }),
    arrow('c-warehouse', 'c-training', { mode: 'offline', pull: false, request: { data: ['d-loans'] } }),
    arrow('c-training', 'c-score', { mode: 'offline', request: { data: ['d-weights'] } }),
    arrow('c-training', 'c-fairness', { mode: 'offline', request: { data: ['d-weights'] } }),
  ],
  data: [
    data('d-application', {
      writers: 'anyone',
      classification: 'confidential',
      personal: 'personal',
      owner: 'Lending',
    }),
    data('d-history', { writers: 'system', classification: 'confidential', personal: 'personal', owner: 'Lending' }),
    data('d-loans', { writers: 'system', classification: 'confidential', personal: 'personal', owner: 'Lending' }),
    data('d-weights', { type: 'model', derivedFrom: ['d-loans'], personal: 'none', classification: 'confidential' }),
    data('d-verdict', { derivedFrom: ['d-application', 'd-history'] }),
  ],
})
