import type { Handler } from './handlers/call.ts';
import { createCheck, updateCheck } from './handlers/checks.ts';
import { getContent } from './handlers/contents.ts';
import {
  createDeployment,
  createDeploymentStatus,
  listDeploymentStatuses,
  listDeployments,
} from './handlers/deployments.ts';
import {
  createComment,
  createIssue,
  createLabel,
  deleteComment,
  getIssue,
  listComments,
  listIssues,
  updateComment,
  updateIssue,
} from './handlers/issues.ts';
import { getRepository } from './handlers/meta.ts';
import { createTag, getBlob, getCommit, getTag, getTree } from './handlers/objects.ts';
import { listPulls } from './handlers/pulls.ts';
import { createRef, deleteRef, getRef, listMatchingRefs, updateRef } from './handlers/refs.ts';
import { getRuleset, listRulesets } from './handlers/rulesets.ts';

/** Who carries out the operations on a repository, by GitHub's names for them. */
export const OPERATIONS: Readonly<Record<string, Handler>> = {
  'checks/create': createCheck,
  'checks/update': updateCheck,
  'git/create-ref': createRef,
  'git/create-tag': createTag,
  'git/delete-ref': deleteRef,
  'git/get-blob': getBlob,
  'git/get-commit': getCommit,
  'git/get-ref': getRef,
  'git/get-tag': getTag,
  'git/get-tree': getTree,
  'git/list-matching-refs': listMatchingRefs,
  'git/update-ref': updateRef,
  'issues/create': createIssue,
  'issues/create-comment': createComment,
  'issues/create-label': createLabel,
  'issues/delete-comment': deleteComment,
  'issues/get': getIssue,
  'issues/list-comments': listComments,
  'issues/list-for-repo': listIssues,
  'issues/update': updateIssue,
  'issues/update-comment': updateComment,
  'pulls/list': listPulls,
  'repos/create-deployment': createDeployment,
  'repos/create-deployment-status': createDeploymentStatus,
  'repos/get': getRepository,
  'repos/get-content': getContent,
  'repos/get-repo-ruleset': getRuleset,
  'repos/get-repo-rulesets': listRulesets,
  'repos/list-deployment-statuses': listDeploymentStatuses,
  'repos/list-deployments': listDeployments,
};
