import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  brokenDraws,
  chooseDesign,
  countQuestions,
  groupByQuestion,
  listReached,
  planFirstRound,
  resolveMargin,
  watchesQuestions
} from "./shared.gate.first-round.js";
import {
  costUsdOf,
  sampleMean,
  sampleSd
} from "./shared.run.totals.js";
import {
  toolVersion
} from "./shared.version.js";
import {
  differenceBounds,
  sumByCluster
} from "./shared.statistics.difference-bounds.js";
import {
  require_lib,
  require_lib10,
  require_lib2,
  require_lib3,
  require_lib4,
  require_lib5,
  require_lib6,
  require_lib7,
  require_lib8,
  require_lib9
} from "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  count
} from "./shared.text.prose.js";
import {
  __commonJS,
  __toESM
} from "./shared.errors.js";

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p1q1.js
var require_rational_p1q1 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p1q1.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -5087819496582806e-19;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -5087819496582806e-19 + x * (-0.008368748197417368 + x * (0.03348066254097446 + x * (-0.012692614766297404 + x * (-0.03656379714117627 + x * (0.02198786811111689 + x * (0.008226878746769157 + x * (-0.005387729650712429 + x * (0 + x * 0))))))));
        s2 = 1 + x * (-0.9700050433032906 + x * (-1.5657455823417585 + x * (1.5622155839842302 + x * (0.662328840472003 + x * (-0.7122890234154284 + x * (-0.05273963823400997 + x * (0.07952836873415717 + x * (-0.0023339375937419 + x * 8862163904564247e-19))))))));
      } else {
        x = 1 / x;
        s1 = 0 + x * (0 + x * (-0.005387729650712429 + x * (0.008226878746769157 + x * (0.02198786811111689 + x * (-0.03656379714117627 + x * (-0.012692614766297404 + x * (0.03348066254097446 + x * (-0.008368748197417368 + x * -5087819496582806e-19))))))));
        s2 = 8862163904564247e-19 + x * (-0.0023339375937419 + x * (0.07952836873415717 + x * (-0.05273963823400997 + x * (-0.7122890234154284 + x * (0.662328840472003 + x * (1.5622155839842302 + x * (-1.5657455823417585 + x * (-0.9700050433032906 + x * 1))))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p2q2.js
var require_rational_p2q2 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p2q2.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.20243350835593876;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.20243350835593876 + x * (0.10526468069939171 + x * (8.3705032834312 + x * (17.644729840837403 + x * (-18.851064805871424 + x * (-44.6382324441787 + x * (17.445385985570866 + x * (21.12946554483405 + x * -3.6719225470772936)))))));
        s2 = 1 + x * (6.242641248542475 + x * (3.971343795334387 + x * (-28.66081804998 + x * (-20.14326346804852 + x * (48.560921310873994 + x * (10.826866735546016 + x * (-22.643693341313973 + x * 1.7211476576120028)))))));
      } else {
        x = 1 / x;
        s1 = -3.6719225470772936 + x * (21.12946554483405 + x * (17.445385985570866 + x * (-44.6382324441787 + x * (-18.851064805871424 + x * (17.644729840837403 + x * (8.3705032834312 + x * (0.10526468069939171 + x * -0.20243350835593876)))))));
        s2 = 1.7211476576120028 + x * (-22.643693341313973 + x * (10.826866735546016 + x * (48.560921310873994 + x * (-20.14326346804852 + x * (-28.66081804998 + x * (3.971343795334387 + x * (6.242641248542475 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p3q3.js
var require_rational_p3q3 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p3q3.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.1311027816799519;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.1311027816799519 + x * (-0.16379404719331705 + x * (0.11703015634199525 + x * (0.38707973897260434 + x * (0.3377855389120359 + x * (0.14286953440815717 + x * (0.029015791000532906 + x * (0.0021455899538880526 + x * (-6794655751811263e-22 + x * (28522533178221704e-24 + x * -681149956853777e-24)))))))));
        s2 = 1 + x * (3.4662540724256723 + x * (5.381683457070069 + x * (4.778465929458438 + x * (2.5930192162362027 + x * (0.848854343457902 + x * (0.15226433829533179 + x * (0.011059242293464892 + x * (0 + x * (0 + x * 0)))))))));
      } else {
        x = 1 / x;
        s1 = -681149956853777e-24 + x * (28522533178221704e-24 + x * (-6794655751811263e-22 + x * (0.0021455899538880526 + x * (0.029015791000532906 + x * (0.14286953440815717 + x * (0.3377855389120359 + x * (0.38707973897260434 + x * (0.11703015634199525 + x * (-0.16379404719331705 + x * -0.1311027816799519)))))))));
        s2 = 0 + x * (0 + x * (0 + x * (0.011059242293464892 + x * (0.15226433829533179 + x * (0.848854343457902 + x * (2.5930192162362027 + x * (4.778465929458438 + x * (5.381683457070069 + x * (3.4662540724256723 + x * 1)))))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p4q4.js
var require_rational_p4q4 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p4q4.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.0350353787183178;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.0350353787183178 + x * (-0.0022242652921344794 + x * (0.018557330651423107 + x * (0.009508047013259196 + x * (0.0018712349281955923 + x * (15754461742496055e-20 + x * (460469890584318e-20 + x * (-2304047769118826e-25 + x * 26633922742578204e-28)))))));
        s2 = 1 + x * (1.3653349817554064 + x * (0.7620591645536234 + x * (0.22009110576413124 + x * (0.03415891436709477 + x * (0.00263861676657016 + x * (7646752923027944e-20 + x * (0 + x * 0)))))));
      } else {
        x = 1 / x;
        s1 = 26633922742578204e-28 + x * (-2304047769118826e-25 + x * (460469890584318e-20 + x * (15754461742496055e-20 + x * (0.0018712349281955923 + x * (0.009508047013259196 + x * (0.018557330651423107 + x * (-0.0022242652921344794 + x * -0.0350353787183178)))))));
        s2 = 0 + x * (0 + x * (7646752923027944e-20 + x * (0.00263861676657016 + x * (0.03415891436709477 + x * (0.22009110576413124 + x * (0.7620591645536234 + x * (1.3653349817554064 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/rational_p5q5.js
var require_rational_p5q5 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/rational_p5q5.js"(exports, module) {
    "use strict";
    function evalrational(x) {
      var ax;
      var s1;
      var s2;
      if (x === 0) {
        return -0.016743100507663373;
      }
      if (x < 0) {
        ax = -x;
      } else {
        ax = x;
      }
      if (ax <= 1) {
        s1 = -0.016743100507663373 + x * (-0.0011295143874558028 + x * (0.001056288621524929 + x * (20938631748758808e-20 + x * (14962478375834237e-21 + x * (44969678992770644e-23 + x * (4625961635228786e-24 + x * (-2811287356288318e-29 + x * 9905570997331033e-32)))))));
        s2 = 1 + x * (0.5914293448864175 + x * (0.1381518657490833 + x * (0.016074608709367652 + x * (9640118070051656e-19 + x * (27533547476472603e-21 + x * (282243172016108e-21 + x * (0 + x * 0)))))));
      } else {
        x = 1 / x;
        s1 = 9905570997331033e-32 + x * (-2811287356288318e-29 + x * (4625961635228786e-24 + x * (44969678992770644e-23 + x * (14962478375834237e-21 + x * (20938631748758808e-20 + x * (0.001056288621524929 + x * (-0.0011295143874558028 + x * -0.016743100507663373)))))));
        s2 = 0 + x * (0 + x * (282243172016108e-21 + x * (27533547476472603e-21 + x * (9640118070051656e-19 + x * (0.016074608709367652 + x * (0.1381518657490833 + x * (0.5914293448864175 + x * 1)))))));
      }
      return s1 / s2;
    }
    module.exports = evalrational;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/main.js
var require_main = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/main.js"(exports, module) {
    "use strict";
    var isnan = require_lib2();
    var sqrt = require_lib5();
    var ln = require_lib7();
    var PINF = require_lib3();
    var NINF = require_lib4();
    var rationalFcnR1 = require_rational_p1q1();
    var rationalFcnR2 = require_rational_p2q2();
    var rationalFcnR3 = require_rational_p3q3();
    var rationalFcnR4 = require_rational_p4q4();
    var rationalFcnR5 = require_rational_p5q5();
    var Y1 = 0.08913147449493408;
    var Y2 = 2.249481201171875;
    var Y3 = 0.807220458984375;
    var Y4 = 0.9399557113647461;
    var Y5 = 0.9836282730102539;
    function erfinv(x) {
      var sign;
      var ax;
      var qs;
      var q;
      var g;
      var r;
      if (isnan(x)) {
        return NaN;
      }
      if (x === 1) {
        return PINF;
      }
      if (x === -1) {
        return NINF;
      }
      if (x === 0) {
        return x;
      }
      if (x > 1 || x < -1) {
        return NaN;
      }
      if (x < 0) {
        sign = -1;
        ax = -x;
      } else {
        sign = 1;
        ax = x;
      }
      q = 1 - ax;
      if (ax <= 0.5) {
        g = ax * (ax + 10);
        r = rationalFcnR1(ax);
        return sign * (g * Y1 + g * r);
      }
      if (q >= 0.25) {
        g = sqrt(-2 * ln(q));
        q -= 0.25;
        r = rationalFcnR2(q);
        return sign * (g / (Y2 + r));
      }
      q = sqrt(-ln(q));
      if (q < 3) {
        qs = q - 1.125;
        r = rationalFcnR3(qs);
        return sign * (Y3 * q + r * q);
      }
      if (q < 6) {
        qs = q - 3;
        r = rationalFcnR4(qs);
        return sign * (Y4 * q + r * q);
      }
      qs = q - 6;
      r = rationalFcnR5(qs);
      return sign * (Y5 * q + r * q);
    }
    module.exports = erfinv;
  }
});

// node_modules/@stdlib/math-base-special-erfinv/lib/index.js
var require_lib11 = __commonJS({
  "node_modules/@stdlib/math-base-special-erfinv/lib/index.js"(exports, module) {
    "use strict";
    var main = require_main();
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/main.js
var require_main2 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/main.js"(exports, module) {
    "use strict";
    var erfinv = require_lib11();
    var isnan = require_lib2();
    var sqrt = require_lib5();
    function quantile(p, mu, sigma) {
      var A;
      var B;
      if (isnan(mu) || isnan(sigma) || isnan(p) || sigma < 0 || p < 0 || p > 1) {
        return NaN;
      }
      if (sigma === 0) {
        return mu;
      }
      A = mu;
      B = sigma * sqrt(2);
      return A + B * erfinv(2 * p - 1);
    }
    module.exports = quantile;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/main.js
var require_main3 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/main.js"(exports, module) {
    "use strict";
    var isnan = require_lib2();
    function quantile(p, mu) {
      if (isnan(p) || p < 0 || p > 1) {
        return NaN;
      }
      return mu;
    }
    module.exports = quantile;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/factory.js
var require_factory = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var isnan = require_lib2();
    function factory(mu) {
      if (isnan(mu)) {
        return constantFunction(NaN);
      }
      return quantile;
      function quantile(p) {
        if (isnan(p) || p < 0 || p > 1) {
          return NaN;
        }
        return mu;
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/index.js
var require_lib12 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-degenerate-quantile/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main3();
    var factory = require_factory();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/factory.js
var require_factory2 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var degenerate = require_lib12().factory;
    var erfinv = require_lib11();
    var isnan = require_lib2();
    var sqrt = require_lib5();
    function factory(mu, sigma) {
      var A;
      var B;
      if (isnan(mu) || isnan(sigma) || sigma < 0) {
        return constantFunction(NaN);
      }
      if (sigma === 0) {
        degenerate(mu);
      }
      A = mu;
      B = sigma * sqrt(2);
      return quantile;
      function quantile(p) {
        if (isnan(p) || p < 0 || p > 1) {
          return NaN;
        }
        return A + B * erfinv(2 * p - 1);
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-normal-quantile/lib/index.js
var require_lib13 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-normal-quantile/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main2();
    var factory = require_factory2();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/main.js
var require_main4 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/main.js"(exports, module) {
    "use strict";
    var betainc = require_lib8();
    var isnan = require_lib2();
    var pow = require_lib6();
    function cdf(x, v) {
      var x2;
      var p;
      var z;
      if (isnan(x) || isnan(v) || v <= 0) {
        return NaN;
      }
      if (x === 0) {
        return 0.5;
      }
      x2 = pow(x, 2);
      if (v > 2 * x2) {
        z = x2 / (v + x2);
        p = betainc(z, 0.5, v / 2, true, true) / 2;
      } else {
        z = v / (v + x2);
        p = betainc(z, v / 2, 0.5, true, false) / 2;
      }
      return x > 0 ? 1 - p : p;
    }
    module.exports = cdf;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/factory.js
var require_factory3 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/factory.js"(exports, module) {
    "use strict";
    var constantFunction = require_lib9();
    var betainc = require_lib8();
    var isnan = require_lib2();
    var pow = require_lib6();
    function factory(v) {
      if (isnan(v) || v <= 0) {
        return constantFunction(NaN);
      }
      return cdf;
      function cdf(x) {
        var x2;
        var p;
        var z;
        if (isnan(x)) {
          return NaN;
        }
        if (x === 0) {
          return 0.5;
        }
        x2 = pow(x, 2);
        if (v > 2 * x2) {
          z = x2 / (v + x2);
          p = betainc(z, 0.5, v / 2, true, true) / 2;
        } else {
          z = v / (v + x2);
          p = betainc(z, v / 2, 0.5, true, false) / 2;
        }
        return x > 0 ? 1 - p : p;
      }
    }
    module.exports = factory;
  }
});

// node_modules/@stdlib/stats-base-dists-t-cdf/lib/index.js
var require_lib14 = __commonJS({
  "node_modules/@stdlib/stats-base-dists-t-cdf/lib/index.js"(exports, module) {
    "use strict";
    var setReadOnly = require_lib();
    var main = require_main4();
    var factory = require_factory3();
    setReadOnly(main, "factory", factory);
    module.exports = main;
  }
});

// src/report/result-document.ts
function buildResult(sums, errors) {
  const { calls, cacheHits } = sums;
  return { toolVersion, calls, cacheHits, costUsd: costUsdOf(sums), errors };
}
function decideWork(errors) {
  const green = errors.length === 0;
  return { verdict: green ? "pass" : "invalid", green };
}
var gateExitCodes = { pass: 0, inconclusive: 1, fail: 1, invalid: 2 };
var workExitCodes = { pass: 0, invalid: 2 };
function exitCodeOf(codes, { verdict, green }) {
  return green && verdict !== "invalid" ? 0 : codes[verdict];
}

// src/statistics/integer-scale.ts
var largestDenominator = 100;
var tolerance = 1e-9;
var largestMultiple = 1e4;
function commonDenominator(scores) {
  const distinct = [...new Set(scores)];
  for (let q = 1; q <= largestDenominator; q += 1) {
    if (distinct.every((score) => Math.abs(q * score - Math.round(q * score)) <= tolerance)) return q;
  }
  return null;
}
function scaleScore(score, denominator) {
  if (denominator !== null) return Math.round(denominator * score);
  return Math.floor(100 * score + 0.5 + tolerance);
}
function commonMultiple(counts) {
  let multiple = 1;
  for (const count2 of new Set(counts)) {
    multiple *= count2 / greatestDivisor(multiple, count2);
    if (multiple > largestMultiple) return null;
  }
  return multiple;
}
function greatestDivisor(a, b) {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

// src/gate/paired-case.ts
var noDifference = 1e-9;
var tie = 0.5;
function worstScore(direction) {
  return direction === "lower" ? 1 : 0;
}
function directionSign(direction) {
  return direction === "lower" ? -1 : 1;
}
function takeSamples(scores, count2) {
  const taken = scores.slice(0, count2);
  while (taken.length < count2) taken.push(null);
  return taken;
}
function isScored(scores) {
  return scores.every((score) => score !== null);
}
function shareDraws({
  cases,
  isPairwise
}) {
  return cases.map((scores) => {
    if (!scores.isSame) return scores;
    const known = scores.baseline.length > 0 ? scores.baseline : scores.candidate;
    const draw = known.length === 0 && isPairwise ? [tie] : known;
    return { ...scores, baseline: draw, candidate: draw };
  });
}
function pairCompleteCases(cases, counts, pairing) {
  const clusters = numberClusters(cases);
  return cases.flatMap((scores, index) => {
    const { baseline: before, candidate: after } = counts[index];
    const taken = { baseline: takeSamples(scores.baseline, before), candidate: takeSamples(scores.candidate, after) };
    const { baseline, candidate } = pairing === "by-sample" ? keepWholePairs(taken) : keepScored(taken);
    const least = pairing === "by-sample" ? before / 2 : before - 1;
    if (baseline.length <= least || 2 * candidate.length <= after) return [];
    const { case: id, question, isSame } = scores;
    return [{ case: id, cluster: clusters[index], question, isSame, baseline, candidate }];
  });
}
function countUnscored(scores, planned) {
  return takeSamples(scores, planned).filter((score) => score === null).length;
}
function countLostPairs({ baseline, candidate }, planned) {
  const taken = { baseline: takeSamples(baseline, planned), candidate: takeSamples(candidate, planned) };
  return planned - keepWholePairs(taken).baseline.length;
}
function keepWholePairs({ baseline, candidate }) {
  const pairs = baseline.flatMap((before, sample) => {
    const after = candidate[sample] ?? null;
    return before === null || after === null ? [] : [{ before, after }];
  });
  return { baseline: pairs.map(({ before }) => before), candidate: pairs.map(({ after }) => after) };
}
function keepScored({ baseline, candidate }) {
  const keep = (scores) => scores.filter((score) => score !== null);
  return { baseline: keep(baseline), candidate: keep(candidate) };
}
function pairImputedCases(cases, counts, direction) {
  const clusters = numberClusters(cases);
  const worst = worstScore(direction);
  const fill = (scores, count2) => takeSamples(scores, count2).map((score) => score ?? worst);
  return cases.map((scores, index) => {
    const { baseline, candidate } = counts[index];
    return {
      case: scores.case,
      cluster: clusters[index],
      question: scores.question,
      isSame: scores.isSame,
      baseline: fill(scores.baseline, baseline),
      candidate: fill(scores.candidate, candidate)
    };
  });
}
function signedDifference(pair, direction) {
  const raw = (sampleMean(pair.candidate) ?? 0) - (sampleMean(pair.baseline) ?? 0);
  return Math.abs(raw) < noDifference ? 0 : directionSign(direction) * raw;
}
function integerDifferences(pairs, direction) {
  const samples = commonMultiple(pairs.map((pair) => pair.baseline.length));
  if (samples === null) return null;
  const denominator = commonDenominator(pairs.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sumScaled = (scores) => scores.reduce((sum, score) => sum + scaleScore(score, denominator), 0);
  return pairs.map((pair) => {
    const difference = sumScaled(pair.candidate) - sumScaled(pair.baseline);
    return directionSign(direction) * difference * samples / pair.baseline.length + 0;
  });
}
function numberClusters(cases) {
  const named = /* @__PURE__ */ new Map();
  return cases.map(({ cluster }, index) => {
    if (cluster === null) return index;
    const known = named.get(cluster) ?? index;
    named.set(cluster, known);
    return known;
  });
}

// src/statistics/planning.ts
var import_stats_base_dists_normal_quantile = __toESM(require_lib13(), 1);
var import_stats_base_dists_t_cdf = __toESM(require_lib14(), 1);
var import_stats_base_dists_t_quantile = __toESM(require_lib10(), 1);
var usualPower = 0.8;
function quantileSum(alpha) {
  return (0, import_stats_base_dists_normal_quantile.default)(1 - alpha, 0, 1) + (0, import_stats_base_dists_normal_quantile.default)(usualPower, 0, 1);
}
function detectableDrop(sd, cases, alpha) {
  return quantileSum(alpha) * sd / Math.sqrt(cases);
}
function casesToDetect(sd, drop, alpha) {
  return Math.ceil((quantileSum(alpha) * sd / drop) ** 2 - 1e-9);
}
function powerToDetect(drop, sd, cases, alpha) {
  const freedom = cases - 1;
  return (0, import_stats_base_dists_t_cdf.default)(drop * Math.sqrt(cases) / sd - (0, import_stats_base_dists_t_quantile.default)(1 - alpha, freedom), freedom);
}

// src/statistics/case-permutation.ts
var import_stats_base_dists_normal_quantile2 = __toESM(require_lib13(), 1);
function casePermutationMidP(cases) {
  if (cases.length === 0) return 1;
  let total = Float64Array.of(1);
  let observed = 0;
  for (const { baseline, candidate } of cases) {
    const pool = [...baseline, ...candidate];
    const lowest = Math.min(...pool);
    const split = splitSums(
      pool.map((score) => score - lowest),
      candidate.length
    );
    total = convolve(total, split);
    observed += candidate.reduce((sum, score) => sum + score - lowest, 0);
  }
  let below = 0;
  for (let sum = 0; sum < observed; sum += 1) below += total[sum];
  return below + total[observed] / 2;
}
function splitSums(scores, taken) {
  const width = scores.reduce((sum, score) => sum + score, 0) + 1;
  const ways = Array.from({ length: taken + 1 }, () => new Float64Array(width));
  ways[0][0] = 1;
  scores.forEach((score) => {
    for (let count2 = taken; count2 > 0; count2 -= 1) {
      const target = ways[count2];
      const source = ways[count2 - 1];
      for (let sum = width - 1; sum >= score; sum -= 1) {
        target[sum] = target[sum] + source[sum - score];
      }
    }
  });
  const chosen = ways[taken];
  const all = chosen.reduce((sum, count2) => sum + count2, 0);
  return chosen.map((count2) => count2 / all);
}
function convolve(left, right) {
  const result = new Float64Array(left.length + right.length - 1);
  right.forEach((weight, shift) => {
    if (weight === 0) return;
    for (let index = 0; index < left.length; index += 1) {
      result[index + shift] = result[index + shift] + weight * left[index];
    }
  });
  return result;
}
function theseCasesReach(cases, alpha, count2 = cases.length) {
  if (count2 < 1) throw new RangeError("a bound needs at least one case");
  let variance = 0;
  for (const { baseline, candidate } of cases) variance += armVariance(baseline) + armVariance(candidate);
  return (0, import_stats_base_dists_normal_quantile2.default)(1 - alpha, 0, 1) / count2 * Math.sqrt(variance);
}
function armVariance(scores) {
  const count2 = scores.length;
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score ** 2;
  }
  const variance = (squares + 0.5) / (count2 + 1) - ((sum + 0.5) / (count2 + 1)) ** 2;
  return variance * (count2 + 1) / count2 ** 2;
}

// src/statistics/sign-flip.ts
function signFlipMidP(values) {
  const sizes = [];
  let positive = 0;
  let total = 0;
  for (const value of values) {
    if (!Number.isInteger(value)) throw new RangeError(`sign flips need integers, not ${value}`);
    if (value !== 0) sizes.push(Math.abs(value));
    total += Math.abs(value);
    positive += Math.max(value, 0);
  }
  if (total === 0) return 1;
  const isLower = 2 * positive <= total;
  const lowerTail = midTail(sizes, isLower ? positive : total - positive);
  return isLower ? lowerTail : 1 - lowerTail;
}
function midTail(sizes, limit) {
  const negligible = negligibleMass(sizes, limit);
  const mass = new Float64Array(limit + 1);
  mass[0] = 1;
  let first = 0;
  let last = 0;
  for (const size of sizes.sort((a, b) => a - b)) {
    addCoin(mass, size, first, Math.min(last + size, limit));
    last = Math.min(last + size, limit);
    while (last > first && mass[last] < negligible) mass[last--] = 0;
    while (first < last && mass[first] < negligible) mass[first++] = 0;
  }
  let below = 0;
  for (let sum = first; sum < limit; sum += 1) below += mass[sum];
  return below + mass[limit] / 2;
}
function addCoin(mass, size, first, last) {
  const shifted = Math.max(first + size, size);
  for (let sum = last; sum >= shifted; sum -= 1) mass[sum] = (mass[sum] + mass[sum - size]) / 2;
  for (let sum = Math.min(last, shifted - 1); sum >= first; sum -= 1) mass[sum] = mass[sum] / 2;
}
function negligibleMass(sizes, limit) {
  let total = 0;
  let squares = 0;
  for (const size of sizes) {
    total += size;
    squares += size ** 2;
  }
  const z = (total - 2 * limit) / Math.sqrt(squares);
  return Math.max(1e-290, 1e-25 * Math.exp(-0.7 * z ** 2));
}

// src/statistics/student.ts
var import_stats_base_dists_t_cdf2 = __toESM(require_lib14(), 1);
function studentLowerP(values) {
  const mean = sampleMean(values) ?? 0;
  const sd = sampleSd(values) ?? 0;
  if (sd < 1e-9) return mean < -1e-9 ? 0 : 1;
  return (0, import_stats_base_dists_t_cdf2.default)(mean * Math.sqrt(values.length) / sd, values.length - 1);
}

// src/gate/reading.ts
var mostExactCases = 5e3;
function readInputs(pairs, direction, alpha, isTested) {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const bounds = differenceBounds(
    differences,
    pairs.map((pair) => pair.cluster),
    alpha
  );
  return {
    pairs,
    differences,
    difference: sampleMean(differences),
    ...bounds,
    pValue: isTested ? testDrop(pairs, differences, direction) : null
  };
}
function readTheseCases(pairs, direction, alpha) {
  const differences = pairs.map((pair) => signedDifference(pair, direction));
  const difference = sampleMean(differences);
  const reached = listReached(pairs);
  const reach = theseCasesReach(reached, alpha, pairs.length);
  const denominator = commonDenominator(reached.flatMap((pair) => [...pair.baseline, ...pair.candidate]));
  const sign = directionSign(direction);
  const scale = (scores) => scores.map((score) => sign * scaleScore(score, denominator));
  const pValue = casePermutationMidP(
    reached.map((pair) => ({ baseline: scale(pair.baseline), candidate: scale(pair.candidate) }))
  );
  return {
    pairs,
    differences,
    difference,
    lower: difference - reach,
    upper: difference + reach,
    clusters: pairs.length,
    effectiveClusters: pairs.length,
    pValue
  };
}
function testDrop(pairs, differences, direction) {
  const clusters = pairs.map((pair) => pair.cluster);
  const sumUp = (values) => [...sumByCluster(values, clusters).values()].map((group) => group.sum);
  const exact = pairs.length > mostExactCases ? null : integerDifferences(pairs, direction);
  return exact === null ? studentLowerP(sumUp(differences)) : signFlipMidP(sumUp(exact));
}

// src/gate/measurement.ts
var analyses = ["complete", "imputed"];
function measureComparison(comparison) {
  const { input, settings, samples } = comparison;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const counts = firstRounds.map(({ tested }) => ({ baseline: tested, candidate: tested }));
  return measure(
    comparison,
    design,
    firstRounds,
    { counts, pairing: "by-sample" },
    (pairs) => design === "these-cases" ? readTheseCases(pairs, input.direction, settings.alpha) : readInputs(pairs, input.direction, settings.alpha, design !== "small-set")
  );
}
function measureStored(comparison) {
  const { input, settings, samples } = comparison;
  const firstRounds = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const stored = input.cases.reduce((most, scores) => Math.max(most, scores.baseline.length), 1);
  const counts = input.cases.map(({ isSame, baseline, candidate }, index) => {
    const known = Math.max(1, baseline.length > 0 ? baseline.length : candidate.length);
    const { tested } = firstRounds[index];
    return isSame ? { baseline: known, candidate: known } : { baseline: stored, candidate: tested };
  });
  const read = (pairs) => readInputs(pairs, input.direction, settings.alpha, false);
  return measure(comparison, "stored", firstRounds, { counts, pairing: "by-arm" }, read);
}
function measure(comparison, design, firstRounds, entry, read) {
  const { direction, gone } = comparison.input;
  const cases = shareDraws(comparison.input);
  const pairs = gone === void 0 ? pairCompleteCases(cases, entry.counts, entry.pairing) : [];
  const gaps = countGaps(cases, entry);
  const complete = pairs.length === 0 ? null : read(pairs);
  const imputed = gaps.lost === 0 || gone !== void 0 ? complete : read(pairImputedCases(cases, entry.counts, direction));
  const measured = {
    ...comparison,
    input: { ...comparison.input, cases },
    design,
    margin: resolveMargin(comparison.settings, countQuestions(cases)),
    firstRounds,
    readings: complete && imputed && { complete, imputed },
    invalid: gone === void 0 ? explainInvalid(cases.length, pairs.length, gaps) : null
  };
  return { ...measured, watched: gone === void 0 ? watchQuestions(measured, entry) : null };
}
function countGaps(cases, { counts, pairing }) {
  const each = cases.map((scores, index) => {
    const { baseline, candidate } = counts[index];
    if (pairing === "by-sample") return { planned: baseline, lost: countLostPairs(scores, baseline) };
    const planned = scores.isSame ? 1 : candidate;
    const missing = countUnscored(scores.candidate, candidate);
    const isWhole = isScored(takeSamples(scores.baseline, baseline));
    return { planned, lost: isWhole ? Math.min(missing, planned) : planned };
  });
  return {
    planned: each.reduce((sum, { planned }) => sum + planned, 0),
    lost: each.reduce((sum, { lost }) => sum + lost, 0)
  };
}
function watchQuestions({ input, settings, design, firstRounds }, { counts, pairing }) {
  const { cases, direction } = input;
  if (!watchesQuestions(settings, cases)) return null;
  const drawn = cases.flatMap((scores, index) => {
    const { drawn: candidate } = firstRounds[index];
    const baseline = design === "stored" ? counts[index].baseline : candidate;
    return scores.isSame ? [] : [{ baseline, candidate }];
  });
  const reached = listReached(cases);
  return { complete: pairCompleteCases(reached, drawn, pairing), imputed: pairImputedCases(reached, drawn, direction) };
}
function clearsMargin(measurement, name) {
  const reading = measurement.readings?.[name];
  return reading !== void 0 && reading.lower > -measurement.margin;
}
function hasBrokenDraws({ watched }) {
  const questions = groupByQuestion(watched?.imputed ?? []);
  const count2 = (samples, group) => group.reduce((sum, pair) => sum + samples(pair).length, 0);
  return questions.every((group) => {
    const fewest = Math.min(
      count2((pair) => pair.baseline, group),
      count2((pair) => pair.candidate, group)
    );
    return fewest >= brokenDraws;
  });
}
function lacksTooMany(missing, all) {
  return 5 * missing > all;
}
function explainInvalid(cases, complete, { planned, lost }) {
  if (cases === 0) return "there are no cases to compare";
  if (complete === 0) return `none of ${count(cases, "case")} has its scores in both arms`;
  if (!lacksTooMany(lost, planned)) return null;
  const what = planned === cases ? count(cases, "case") : count(planned, "pair of samples", "pairs of samples");
  return `${lost} of ${what} lack scores; at most 20 % may`;
}

// src/gate/second-look.ts
var rerunTotal = 5;
function meetsGuard(measurement, name) {
  const reading = measurement.readings?.[name];
  return reading !== void 0 && -reading.difference >= measurement.settings.minDrop - noDifference;
}
function selectDiscordant(measurement) {
  return new Set(analyses.flatMap((name) => [...selectDiscordantIn(measurement, name)]));
}
function hasRerun(measurement) {
  const discordant = selectDiscordant(measurement);
  const all = measurement.input.cases.map(({ case: id, critical, baseline, candidate }, index) => {
    const { drawn, tested } = measurement.firstRounds[index];
    const attempted = Math.min(baseline.length, candidate.length);
    return { differs: discordant.has(id), critical, attempted, tested, isRerun: attempted > drawn };
  });
  const own = all.filter(({ differs }) => differs);
  if (own.some(({ isRerun }) => isRerun)) return true;
  const hasMore = own.some(({ attempted, tested }) => attempted > tested);
  const hasOthers = all.some(({ critical, isRerun }) => isRerun && !critical);
  return own.every(({ attempted }) => attempted >= rerunTotal) && (hasMore || hasOthers);
}
function testSecondLook(measurement, name) {
  const { input, readings } = measurement;
  if (readings === null) return 1;
  const discordant = selectDiscordantIn(measurement, name);
  const pooled = new Map(
    input.cases.filter((scores) => discordant.has(scores.case)).map((scores) => [scores.case, scores])
  );
  const pairs = readings[name].pairs.map((pair) => {
    const scores = pooled.get(pair.case);
    const pool = scores === void 0 ? nothing : poolSamples(scores, name, input.direction);
    return { ...pair, ...pool };
  });
  return testDrop(
    pairs,
    pairs.map((pair) => signedDifference(pair, input.direction)),
    input.direction
  );
}
var nothing = { baseline: [0], candidate: [0] };
function selectDiscordantIn(measurement, name) {
  const reading = measurement.readings?.[name];
  return new Set(reading?.pairs.filter((_, index) => reading.differences[index] !== 0).map((pair) => pair.case));
}
function countPooledSamples({ critical, baseline, candidate }) {
  const attempted = Math.max(baseline.length, candidate.length);
  return critical ? Math.min(attempted, rerunTotal) : attempted;
}
function poolSamples(scores, name, direction) {
  const worst = worstScore(direction);
  const pairs = Array.from({ length: countPooledSamples(scores) }, (_, sample) => {
    const baseline = scores.baseline[sample] ?? null;
    const candidate = scores.candidate[sample] ?? null;
    if (name === "imputed") return { baseline: baseline ?? worst, candidate: candidate ?? worst };
    return baseline === null || candidate === null ? { baseline: 0, candidate: 0 } : { baseline, candidate };
  });
  return { baseline: pairs.map((pair) => pair.baseline), candidate: pairs.map((pair) => pair.candidate) };
}

// src/gate/settle.ts
var shares = {
  3: { first: 0.2, last: 0.8 },
  5: { first: 0.2, last: 0.8 },
  "on-request": { first: 0.8, last: 0.2 }
};
function settledTotal({ settle }) {
  return settle === 5 ? 5 : 3;
}
function measureSettled(comparison, cases) {
  const { settings, samples, input } = comparison;
  const first = comparison.firstRounds ?? planFirstRound(settings, samples, input.cases);
  const firstRounds = first.map(({ tested }, index) => {
    const count2 = cases[index]?.isSame ? 1 : Math.max(tested, settledTotal(settings));
    return { drawn: count2, tested: count2 };
  });
  return { ...measureComparison({ ...comparison, input: { ...input, cases }, firstRounds }), watched: null };
}
function maySettle({
  settings,
  design,
  samples
}) {
  return settings.settle !== "off" && samples === 1 && (design === "two-looks" || design === "one-look");
}
function hasSettled(measurement) {
  return measurement.settled !== void 0 && maySettle(measurement);
}
function passesFirst(measurement) {
  return rulesOut(measurement, maySettle(measurement) ? passShares(measurement.settings).first : 1);
}
function passesLast(settled) {
  return rulesOut(settled, passShares(settled.settings).last);
}
function passShares({ settle }) {
  return settle === "off" ? { first: 1, last: 0 } : shares[settle];
}
function rulesOut({ readings, margin, settings: { alpha } }, share) {
  if (readings === null) return false;
  const lowerOf = (name) => share === 1 ? readings[name].lower : lowerAt(readings[name], share * alpha);
  return analyses.every((name) => lowerOf(name) > -margin);
}
function lowerAt({ differences, pairs }, alpha) {
  return differenceBounds(
    differences,
    pairs.map(({ cluster }) => cluster),
    alpha
  ).lower;
}

export {
  buildResult,
  decideWork,
  gateExitCodes,
  workExitCodes,
  exitCodeOf,
  noDifference,
  worstScore,
  takeSamples,
  countUnscored,
  numberClusters,
  require_lib13 as require_lib,
  detectableDrop,
  casesToDetect,
  powerToDetect,
  analyses,
  measureComparison,
  measureStored,
  clearsMargin,
  hasBrokenDraws,
  lacksTooMany,
  rerunTotal,
  meetsGuard,
  selectDiscordant,
  hasRerun,
  testSecondLook,
  settledTotal,
  measureSettled,
  maySettle,
  hasSettled,
  passesFirst,
  passesLast,
  passShares
};
