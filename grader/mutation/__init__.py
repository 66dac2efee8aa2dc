"""Right programs with one mistake in each: what the checks of an exercise miss shows in the mistakes that pass.

sight       what of a program no check could see, by the words of the exercise
general     mistakes that any program may have
field       mistakes with tokens, claims, keys and times
web         mistakes with endpoints, headers and stores
mutant      a program -> its mutants
equivalent  known mutants that are right after all, each with its reason
cache       verdicts that need not be found again
hunt        mutants -> verdicts
"""
