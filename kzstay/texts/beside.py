"""What is said beside a duty: where to complain, what may still be done, and what it costs; each with its label.

The report, the page of duties and the command line ask here, so that none knows less than the others. The command
line tells it in short and only of what presses.
"""

from __future__ import annotations

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import Step, cost_of, next_step
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.host_costs import host_cost_of
from kzstay.texts import costs, host_costs, longer_stays, rulings
from kzstay.texts.costs import Fact
from kzstay.texts.words import Words


def of_cost(w: Words, a: Assessment, duty: Duty) -> list[Fact]:
    """Tell in full what it costs to miss a duty, the traveller first and then the host."""
    found = costs.told(w, a.law, duty, cost_of(a, duty))
    host = host_cost_of(a, duty)
    if step := next_step(a, duty):
        found.append(later(w, step))
    return [*found, *(host_costs.told(w, host) if host else [])]


def brief(w: Words, a: Assessment, duty: Duty) -> list[Fact]:
    """Tell in short what helps to act on a duty, as a line under it does."""
    found = [*rulings.road(w, duty), *rulings.remarks(w, a.law, duty)]
    if duty.kind == "depart" and (agenda.presses(duty) or duty.state == "done-late"):
        return [*found, *_departure(w, a, duty)]
    if not agenda.is_present(a, duty):
        return found
    if duty.kind == "longer" and duty.state == "open":
        return [*found, *longer_stays.brief(w, a.law, duty.longer)]
    if duty.kind == "leave" and duty.state == "missed":
        return [*found, *_overstay(w, a, duty)]
    if duty.who == "host" and duty.overdue and (cost := cost_of(a, duty)):
        return [*found, (w.gettext("If missed"), host_costs.ranging(w, cost.first))]
    return found


def later(w: Words, step: Step) -> Fact:
    """Tell from which day on an overstay costs more, and what."""
    return w.gettext("From {day} on").format(day=w.day(step.day)), costs.brief(w, step.cost)


def _departure(w: Words, a: Assessment, duty: Duty) -> list[Fact]:
    """Tell what follows if the court's day is missed, and who is spared while that may still be."""
    forced, spared = costs.departure(w, a.law, duty)
    cost = cost_of(a, duty)
    label = w.gettext("If missed") if duty.state == "open" else w.gettext("Penalty")
    penalty = [(label, costs.brief(w, cost))] if cost and cost.first else []
    late = (duty.done or a.on) > duty.due.safe + DAY * a.law.checkpoint.days
    return [*penalty, *([] if duty.done else [forced]), *([] if late else [spared])]


def _overstay(w: Words, a: Assessment, duty: Duty) -> list[Fact]:
    """Tell what half of a fine is worth while it may be used, who pays for a minor, and what the host risks."""
    cost, host = cost_of(a, duty), host_cost_of(a, duty)
    found: list[Fact] = []
    if step := next_step(a, duty):
        found.append(later(w, step))
    if cost and cost.days is not None:
        found += [*costs.half(w, a.law, cost), *costs.parents(w, a.law, cost)]
    if host:
        found += host_costs.brief(w, host)
    if cost and any("expulsion" in one.row.outcome for one in cost.likely):
        found.append(host_costs.expulsion(w))
    return found
