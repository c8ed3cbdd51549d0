export const id = 6338;
export const ids = [6338];
export const modules = {

/***/ 6338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gatekeeper: () => (/* reexport safe */ _chunk_43J3KPKB_js__WEBPACK_IMPORTED_MODULE_1__.y),
/* harmony export */   guard: () => (/* reexport safe */ _chunk_43J3KPKB_js__WEBPACK_IMPORTED_MODULE_1__.a)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_43J3KPKB_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1022);
/* harmony import */ var _chunk_C3TQUCXL_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3747);
/* harmony import */ var _chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3651);
/* harmony import */ var _chunk_B3BAVBEI_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9662);
/* harmony import */ var _chunk_B3TGP6DC_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6219);
/* harmony import */ var _chunk_7XXR6OUH_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7481);
/* harmony import */ var _chunk_ARU5WSKH_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7826);
/* harmony import */ var _chunk_227G43HS_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5948);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5331);
/* harmony import */ var _chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3448);
/* harmony import */ var _chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8217);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6374);
/* harmony import */ var _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6309);
/* harmony import */ var _chunk_ZW5QODSD_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5315);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8146);
/* harmony import */ var _chunk_UCSGBVXG_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(713);
/* harmony import */ var _chunk_SDEDSZ26_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7617);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3352);
/* harmony import */ var _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1521);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8080);
/* harmony import */ var _chunk_PSCNXF6U_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(3717);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(6965);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(9041);
/* harmony import */ var _chunk_LZDJGXHN_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(5455);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8712);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(9586);
/* harmony import */ var _chunk_FEIFUNZ7_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(5828);
/* harmony import */ var _chunk_KTYNKCAU_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(114);
/* harmony import */ var _chunk_NMMKN7KC_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(5902);
/* harmony import */ var _chunk_C5NZH73X_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(9596);
/* harmony import */ var _chunk_EFOB53DU_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7243);
/* harmony import */ var _chunk_CNBDODVG_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(9865);
/* harmony import */ var _chunk_ZRTN242I_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(7759);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(974);
/* harmony import */ var _chunk_FEGYJR3N_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2122);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(1101);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(8038);
/* harmony import */ var _chunk_NYK66BSZ_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(3995);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(579);
/* harmony import */ var _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(9895);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(6962);
/* harmony import */ var _chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(6539);
/* harmony import */ var _chunk_GWTYSENU_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(2798);
/* harmony import */ var _chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(1162);
/* harmony import */ var _chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(9400);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(1947);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(9937);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(5269);
/* harmony import */ var _chunk_HF6O72EN_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(5789);
/* harmony import */ var _chunk_Y726ESCU_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(5882);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


























































/***/ })

};
