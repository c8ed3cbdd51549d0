export const id = 102;
export const ids = [102];
export const modules = {

/***/ 4102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* reexport safe */ _chunk_QJCUL6JP_js__WEBPACK_IMPORTED_MODULE_1__.p)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QJCUL6JP_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7409);
/* harmony import */ var _chunk_I5E6CMPL_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3555);
/* harmony import */ var _chunk_WMIY5PA2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(174);
/* harmony import */ var _chunk_YEQ6NHKK_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1491);
/* harmony import */ var _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5016);
/* harmony import */ var _chunk_CNKOMC64_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9915);
/* harmony import */ var _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6333);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7468);
/* harmony import */ var _chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4478);
/* harmony import */ var _chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(959);
/* harmony import */ var _chunk_CINA5O6N_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7743);
/* harmony import */ var _chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(705);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2269);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8146);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6509);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4583);
/* harmony import */ var _chunk_HW5M4RQS_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8211);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6965);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(974);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6786);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8234);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JIJQURCJ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7000);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(9586);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8571);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
















































/***/ })

};
