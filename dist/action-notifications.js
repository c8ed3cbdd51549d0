export const id = 4229;
export const ids = [4229];
export const modules = {

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   happeningsOf: () => (/* binding */ happeningsOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/action/notifications.ts
function happeningsOf(report, failures, run) {
  if (report !== void 0 && "dryRun" in report && report.dryRun) {
    return [];
  }
  const found = report === void 0 ? [] : ofReport(report, run);
  if (failures.length === 0) {
    return found;
  }
  if (found.length > 0) {
    return found.map((one) => ({ ...one, occasions: [...one.occasions, "failure"] }));
  }
  const [first] = failures;
  const more = failures.length > 1 ? ` And ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(failures.length - 1, "more error")}.` : "";
  const text = `${first?.what ?? ""} ${first?.remedy ?? ""}${more}`;
  return [{ occasions: ["failure"], title: `Tagship failed: ${first?.code ?? "internal"}`, text, link: run }];
}
function ofReport(report, run) {
  if (report.command === "guard" || report.command === "promote" && report.waves.length > 0) {
    const judged = report.command === "guard" ? report.gates : judgedIn(report.waves);
    const issueOf = (component, environment) => report.issues.find((one) => one.component === component && one.environment === environment)?.url ?? run;
    return judged.flatMap(({ component, environment, version, verdict, why, rolledBackTo, held }) => {
      const occasions = [
        ...verdict === "breached" ? ["breach"] : [],
        ...rolledBackTo === void 0 ? [] : ["rollback"],
        ...held === void 0 ? [] : ["hold"]
      ];
      const after = rolledBackTo === void 0 ? "is still live" : `was rolled back to ${rolledBackTo}`;
      const title = `${component} ${version} ${after} in ${environment}`;
      return occasions.length === 0 ? [] : [{ occasions, title, text: why, link: issueOf(component, environment) }];
    });
  }
  if (report.command === "promote") {
    return (report.rollouts ?? []).flatMap(({ component, environment, version, verdict, why, steps }) => {
      const { rolledBackTo, held } = steps.at(-1)?.gate ?? {};
      const occasions = [
        ...verdict === "breached" ? ["breach"] : [],
        ...rolledBackTo === void 0 ? [] : ["rollback"],
        ...held === void 0 ? [] : ["hold"]
      ];
      const after = rolledBackTo === void 0 ? "is still given to some users" : "was taken back from all users";
      const link = report.issues.find((one) => one.component === component)?.url ?? run;
      return occasions.length === 0 ? [] : [{ occasions, title: `The canary ${component} ${version} ${after} in ${environment}`, text: why, link }];
    });
  }
  if (report.command === "rollback" && report.moves.length > 0) {
    return report.moves.map(({ component, environment, version, previousVersion, why }) => ({
      occasions: ["rollback"],
      title: `${component} was rolled back to ${version ?? "nothing"} in ${environment}`,
      text: `It was at ${previousVersion ?? "no version"}. Chosen: ${why}.${report.reason === void 0 ? "" : ` Reason: ${report.reason}`}`,
      link: report.issues.find((one) => one.component === component)?.url ?? run
    }));
  }
  return report.command === "reconcile" && report.drift > 0 ? [
    {
      occasions: ["drift"],
      title: `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.drift, "key")} drifted`,
      text: report.remaining === 0 ? "All were repaired." : `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.remaining, "key")} still drift.`,
      link: run
    }
  ] : [];
}
function judgedIn(waves) {
  return waves.flatMap(
    ({ places }) => places.flatMap(
      ({ version = "", verdict, ...place }) => verdict === void 0 ? [] : [{ ...place, version, verdict }]
    )
  );
}



/***/ })

};
