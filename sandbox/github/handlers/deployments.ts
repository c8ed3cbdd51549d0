import { timestamp } from '../objects.ts';
import { notFound, Refusal, validationFailed } from '../outcome.ts';
import { BOT, nodeId, simpleUser } from '../shapes.ts';
import type { Deployment, DeploymentStatus } from '../tracker.ts';
import { bodyOf, type Handler, type RepositoryCall } from './call.ts';

const MAX_DESCRIPTION = 140;

interface DeploymentRequest {
  readonly ref: string;
  readonly task?: string;
  readonly environment?: string;
  readonly description?: string | null;
  readonly payload?: unknown;
  readonly transient_environment?: boolean;
  readonly production_environment?: boolean;
}

interface StatusRequest {
  readonly state: string;
  readonly target_url?: string;
  readonly log_url?: string;
  readonly description?: string;
  readonly environment?: string;
  readonly environment_url?: string;
  readonly auto_inactive?: boolean;
}

/** `repos/list-deployments` */
export const listDeployments: Handler = (call) => {
  const { sha, ref, task, environment } = call.query;
  const fits = (wanted: unknown, value: string) => wanted === undefined || wanted === 'none' || wanted === value;
  const list = call.repository.tracker.deployments.filter(
    (one) => fits(sha, one.sha) && fits(ref, one.ref) && fits(task, one.task) && fits(environment, one.environment),
  );
  return { status: 200, list: list.toReversed().map((one) => deploymentBody(one, call)) };
};

/** `repos/create-deployment` */
export const createDeployment: Handler = async (call) => {
  const { tracker, store } = call.repository;
  const request = bodyOf<DeploymentRequest>(call);
  requireShort('Deployment', request.description);
  const sha = await store.resolve(`${request.ref}^{commit}`);
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${request.ref}`);
  const environment = request.environment ?? 'production';
  const now = timestamp(call.clock.now());
  const deployment: Deployment = {
    id: tracker.nextId(),
    sha,
    ref: request.ref,
    task: request.task ?? 'deploy',
    environment,
    description: request.description ?? null,
    payload: request.payload ?? {},
    transient: request.transient_environment ?? false,
    production: request.production_environment ?? environment === 'production',
    statuses: [],
    createdAt: now,
    updatedAt: now,
  };
  tracker.deployments.push(deployment);
  return { status: 201, data: deploymentBody(deployment, call) };
};

/** `repos/list-deployment-statuses` */
export const listDeploymentStatuses: Handler = (call) => {
  const deployment = deploymentOf(call);
  return { status: 200, list: deployment.statuses.toReversed().map((one) => statusBody(one, deployment, call)) };
};

/** `repos/create-deployment-status` */
export const createDeploymentStatus: Handler = (call) => {
  const deployment = deploymentOf(call);
  const request = bodyOf<StatusRequest>(call);
  requireShort('DeploymentStatus', request.description);
  const status = addStatus(call, deployment, request);
  if (request.state === 'success' && request.auto_inactive !== false) retirePredecessors(call, deployment);
  return { status: 201, data: statusBody(status, deployment, call) };
};

function requireShort(resource: string, description: string | null | undefined): void {
  if ((description ?? '').length <= MAX_DESCRIPTION) return;
  const message = `description is too long (maximum is ${MAX_DESCRIPTION} characters)`;
  throw validationFailed({ resource, field: 'description', code: 'custom', message });
}

function deploymentOf({ repository, params }: RepositoryCall): Deployment {
  const deployment = repository.tracker.deployments.find(({ id }) => String(id) === params.deployment_id);
  if (deployment === undefined) throw notFound();
  return deployment;
}

function addStatus(call: RepositoryCall, deployment: Deployment, request: StatusRequest): DeploymentStatus {
  const now = timestamp(call.clock.now());
  const status = {
    id: call.repository.tracker.nextId(),
    state: request.state,
    description: request.description ?? '',
    targetUrl: request.target_url ?? request.log_url ?? '',
    logUrl: request.log_url ?? request.target_url ?? '',
    environmentUrl: request.environment_url ?? '',
    environment: request.environment ?? deployment.environment,
    createdAt: now,
    updatedAt: now,
  };
  deployment.statuses.push(status);
  deployment.updatedAt = now;
  return status;
}

/** Only environments that are neither transient nor production lose their older deployments. */
function retirePredecessors(call: RepositoryCall, deployment: Deployment): void {
  for (const older of call.repository.tracker.deployments) {
    const retires = older.environment === deployment.environment && !older.transient && !older.production;
    if (older.id < deployment.id && retires && older.statuses.at(-1)?.state === 'success') {
      addStatus(call, older, { state: 'inactive' });
    }
  }
}

function deploymentBody(deployment: Deployment, call: RepositoryCall): Record<string, unknown> {
  const { id, sha, ref, task, environment, description, payload } = deployment;
  const url = `${call.url}/deployments/${id}`;
  return {
    url,
    id,
    node_id: nodeId('DE', `${call.repository.name}:${id}`),
    sha,
    ref,
    task,
    payload,
    original_environment: environment,
    environment,
    description,
    creator: simpleUser(BOT, call),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: call.url,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  };
}

function statusBody(status: DeploymentStatus, { id }: Deployment, call: RepositoryCall): Record<string, unknown> {
  const deployment = `${call.url}/deployments/${id}`;
  return {
    url: `${deployment}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DES', `${call.repository.name}:${status.id}`),
    state: status.state,
    creator: simpleUser(BOT, call),
    description: status.description,
    environment: status.environment,
    target_url: status.targetUrl,
    created_at: status.createdAt,
    updated_at: status.updatedAt,
    deployment_url: deployment,
    repository_url: call.url,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
  };
}
