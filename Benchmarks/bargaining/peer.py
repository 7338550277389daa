"""NegMAS on the same instances: enumeration of the frontier with all solution points, and its samplers."""

import time

from negmas import make_issue
from negmas.preferences import LinearAdditiveUtilityFunction, TableFun
from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier
from negmas.preferences.pareto_sampler.ips import IPSParetoSampler
from negmas.preferences.pareto_sampler.mobanos import MOBANOSParetoSampler


def utility_functions(instance):
    sizes = [len(options) for options in instance.values[0]]
    issues = [make_issue([f"o{o}" for o in range(size)], name=f"i{i}") for i, size in enumerate(sizes)]
    functions = []
    for party in instance.values:
        tables = [TableFun({f"o{o}": value for o, value in enumerate(options)}) for options in party]
        functions.append(
            LinearAdditiveUtilityFunction(values=tables, weights=[1.0] * len(sizes), issues=issues, reserved_value=0.0)
        )
    return issues, functions


def enumeration(instance):
    """Seconds for frontier and Nash, Kalai, Kalai-Smorodinsky and welfare points, and the number of frontier points."""
    issues, functions = utility_functions(instance)
    start = time.perf_counter()
    frontier, _ = pareto_frontier(functions, issues=issues)
    for points in (nash_points, kalai_points, ks_points, max_welfare_points):
        points(functions, frontier, issues=issues)
    return time.perf_counter() - start, len(frontier)


def samplers(instance):
    """Seconds and listed points of MOBANOS, which keeps exact utilities, and of IPS, which rounds them and loses points."""
    result = []
    for sampler in (MOBANOSParetoSampler(), IPSParetoSampler()):
        _, functions = utility_functions(instance)
        start = time.perf_counter()
        sampler.init(*functions)
        result.append((time.perf_counter() - start, len(sampler._pareto_front)))
    return result
