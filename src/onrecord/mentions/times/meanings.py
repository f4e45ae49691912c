"""Which function reads the matches of which rules: the `means` of a rule names one."""

from onrecord.mentions.times.calendar_dates import calendar_day, written_date
from onrecord.mentions.times.clock_times import clock, part_of_day
from onrecord.mentions.times.holidays import feast
from onrecord.mentions.times.lengths import duration, every, fixed
from onrecord.mentions.times.meaning import Resolver
from onrecord.mentions.times.offsets import ago, day_before, later
from onrecord.mentions.times.periods import (
    half,
    period,
    quarter,
    quarter_told,
    same_period,
    season,
    week_of,
    year_end,
)
from onrecord.mentions.times.year_names import (
    before_christ,
    century,
    day_range,
    decade,
    short_year,
    spelled_year,
    year_range,
)

NEVER = "never"

RESOLVERS: dict[str, Resolver] = {
    "ago": ago,
    "before_christ": before_christ,
    "calendar": calendar_day,
    "century": century,
    "clock": clock,
    "day_before": day_before,
    "day_range": day_range,
    "decade": decade,
    "duration": duration,
    "every": every,
    "fiscal": short_year,
    "fixed": fixed,
    "half": half,
    "holiday": feast,
    "later": later,
    "part_of_day": part_of_day,
    "period": period,
    "quarter": quarter,
    "quarter_told": quarter_told,
    "season": season,
    "short_year": short_year,
    "spelled_year": spelled_year,
    "week_of": week_of,
    "written_date": written_date,
    "year_earlier": same_period,
    "year_end": year_end,
    "year_range": year_range,
}
