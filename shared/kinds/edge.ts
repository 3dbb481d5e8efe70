import { amount, assumed, availabilityField, fact, factAmount } from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { hoursPerMonth, perMillionCalls, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'

const cdnTime = ownTime(12, 40, 'assumed: an edge near the caller; a far one adds its distance', 5, 60)

export const cdn = defineKind({
  id: 'cdn',
  title: 'CDN and firewall',
  summary: 'The edge of the network: serves what is static, refuses attacks and floods.',
  family: 'gateways',
  icon: 'globe-lock',
  keywords: ['waf', 'cloudfront', 'cloudflare', 'front door', 'akamai', 'ddos', 'edge', 'static', 'content delivery'],
  traits: ['entry', 'limits-rate', 'orchestrates', 'managed'],
  settings: {
    rules: amount('Rules', 'count', { first: true, integer: true, ...assumed(5, 1, 20) }),
    rateLimitPerMinute: factAmount(
      'Limit per caller',
      'calls/min',
      'How many calls a minute may one caller make?',
      'Platform team',
      { first: true },
    ),
    firewall: fact('Web application firewall', 'Is there a web application firewall?', 'Security', { first: true }),
    botRules: fact('Refuses robots', 'Are robots told from people?', 'Security', { first: true }),
    ...cdnTime.fields,
    ...availabilityField(0.9999, 'assumed: edge networks promise 99.99 %'),
  },
  place: 60,
  time: ({ settings }) => cdnTime.time(settings),
  costPerCall: ({ product: model }, prices) => [
    technology('requests', 'Requests inspected', perMillionCalls(prices.find('cdn.requests', model))),
  ],
  costPerMonth: ({ settings, product: model }, prices) => [
    technology('rule-set', 'Rule set', prices.find('cdn.base', model)),
    technology('rules', 'Rules', product(settings.input('rules'), prices.find('cdn.rule', model))),
  ],
})

const balancerTime = ownTime(1, 5, 'assumed: one more hop in the same region', 0.5, 5)

export const loadBalancer = defineKind({
  id: 'load-balancer',
  title: 'Load balancer',
  summary: 'Spreads calls over copies and leaves out the ones that fail.',
  family: 'gateways',
  icon: 'split',
  keywords: ['alb', 'nlb', 'elb', 'ingress', 'application gateway', 'haproxy', 'nginx', 'envoy', 'reverse proxy'],
  traits: ['entry', 'orchestrates', 'managed'],
  settings: {
    balancers: amount('Balancers', 'count', { integer: true, ...assumed(1, 1, 2) }),
    capacityUnits: amount('Capacity units, on average', 'count', {
      first: true,
      help: 'One is about 25 new connections or 1 GB an hour.',
      ...assumed(1, 0.5, 5),
    }),
    healthChecks: fact('Checks health', 'Does it take a copy that fails out of use?', 'Platform team', { first: true }),
    terminatesTls: fact('Ends encryption', 'Is traffic decrypted here?', 'Platform team', { first: true }),
    zones: factAmount('Zones', 'count', 'Over how many zones does it spread calls?', 'Platform team', {
      first: true,
      integer: true,
    }),
    ...balancerTime.fields,
    ...availabilityField(0.9999, 'assumed: managed balancers promise 99.99 %'),
  },
  place: 60,
  time: ({ settings }) => balancerTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'balancers',
      'Balancers',
      product(settings.input('balancers'), hoursPerMonth, prices.find('load-balancer.hour', model)),
    ),
    technology(
      'capacity-units',
      'Capacity units',
      product(settings.input('capacityUnits'), hoursPerMonth, prices.find('load-balancer.unit-hour', model)),
    ),
  ],
})

const natTime = ownTime(1, 4, 'assumed: one more hop in the same region', 0.5, 5)

export const natGateway = defineKind({
  id: 'nat-gateway',
  title: 'Egress gateway',
  summary: 'The one way out of a private network; billed by the hour and by what passes.',
  family: 'gateways',
  icon: 'log-out',
  keywords: ['nat', 'proxy', 'outbound', 'internet gateway', 'forward proxy', 'private link', 'egress filter'],
  traits: ['orchestrates'],
  settings: {
    gateways: amount('Gateways', 'count', { first: true, integer: true, min: 1, ...assumed(2, 1, 3, 'one per zone') }),
    kilobytesPerCall: amount('Kilobytes per call', 'count', {
      first: true,
      help: 'Both ways.',
      ...assumed(30, 5, 200, 'a prompt and an answer as text'),
    }),
    allowList: fact('Known places only', 'Does it let traffic out to listed places only?', 'Security', { first: true }),
    inspects: fact('Looks inside', 'Is what leaves inspected for secrets and personal data?', 'Security', {
      first: true,
    }),
    ...natTime.fields,
    ...availabilityField(0.9999, 'assumed: one gateway per zone'),
  },
  place: 60,
  time: ({ settings }) => natTime.time(settings),
  costPerCall: ({ settings, product: model }, prices) => [
    technology(
      'data',
      'Data through the gateway',
      product(
        quotient(settings.input('kilobytesPerCall'), constant('Kilobytes per GB', 1_000_000)),
        prices.find('nat.gigabytes', model),
      ),
    ),
  ],
  costPerMonth: ({ settings, product: model }, prices) => [
    technology(
      'gateways',
      'Gateways',
      product(settings.input('gateways'), hoursPerMonth, prices.find('nat.hour', model)),
    ),
  ],
})
