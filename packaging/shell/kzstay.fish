# Written by packaging/tools/make_shell.py, with shtab.


# Parse current commandline:
# - _shtab_kzstay_cmdpath=(sub)command path seen so far
# - _shtab_kzstay_npos=number of positional arguments given after it
# - options are skipped based on _shtab_kzstay_opts_with_value & _shtab_kzstay_commands lists
function _shtab_kzstay_scan
  set -g _shtab_kzstay_cmdpath ''
  set -g _shtab_kzstay_npos 0
  set -l tokens (commandline -opc)
  set -e tokens[1]
  set -l expect_value 0
  for t in $tokens
    if test $expect_value -eq 1
      set expect_value 0
      continue
    end
    switch "$t"
      case '--*=*'
        continue
      case '-*'
        if contains -- $t $_shtab_kzstay_opts_with_value
          set expect_value 1
        end
        continue
      case '*'
        if test $_shtab_kzstay_npos -eq 0
          set -l candidate $t
          if test -n "$_shtab_kzstay_cmdpath"
            set candidate "$_shtab_kzstay_cmdpath $t"
          end
          if contains -- $candidate $_shtab_kzstay_commands
            set -g _shtab_kzstay_cmdpath $candidate
            continue
          end
        end
        set -g _shtab_kzstay_npos (math $_shtab_kzstay_npos + 1)
    end
  end
end

# Condition helper: true if the current (sub)command path equals the given one.
function _shtab_kzstay_using
  _shtab_kzstay_scan
  test "$_shtab_kzstay_cmdpath" = "$argv"
end

set -g _shtab_kzstay_commands gui check plan report complaint import batch guide contacts manual example self-test
set -g _shtab_kzstay_opts_with_value --citizenship --dates --days --entry --errors --exit --explain --jobs --lang --leave --name --on --output --purpose --reading --ruling --search --second-lang --traveller -o

complete -c kzstay -e
complete -c kzstay -f

complete -c kzstay -n _shtab_kzstay_using -s h -l help -d 'show this help message and exit'
complete -c kzstay -n _shtab_kzstay_using -l version -d 'show program'"'"'s version number and exit'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a gui -d 'open the window (also without any command)'
complete -c kzstay -n '_shtab_kzstay_using gui' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using gui' -l new -d 'begin with an empty case, not with the last one'
complete -c kzstay -n '_shtab_kzstay_using gui; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d file
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a check -d 'print the answer for every traveller of a case'
complete -c kzstay -n '_shtab_kzstay_using check' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using check' -l json -d 'print JSON for other programs'
complete -c kzstay -n '_shtab_kzstay_using check' -l on -x -d 'day to calculate for, such as 2026-12-15; today in Kazakhstan if left out'
complete -c kzstay -n '_shtab_kzstay_using check' -l reading -xka "safe usual" -d 'which side of an open question of the law: the stricter one (safe), or the common one (usual)'
complete -c kzstay -n '_shtab_kzstay_using check' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using check; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d file
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a plan -d 'say how long a stay may last, and whether a trip is possible'
complete -c kzstay -n '_shtab_kzstay_using plan' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using plan' -l traveller -x -d 'may be left out where the case holds one only'
complete -c kzstay -n '_shtab_kzstay_using plan' -l entry -x -d 'day of entry, such as 2026-12-15'
complete -c kzstay -n '_shtab_kzstay_using plan' -l exit -x -d 'last day of a trip to be judged'
complete -c kzstay -n '_shtab_kzstay_using plan' -l days -x -d 'the same as a number of days'
complete -c kzstay -n '_shtab_kzstay_using plan' -l leave -x -d 'take the present stay to end on this day'
complete -c kzstay -n '_shtab_kzstay_using plan' -l purpose -x -d 'what the stay is for, such as tourism, business or work'
complete -c kzstay -n '_shtab_kzstay_using plan' -l json -d 'print JSON for other programs'
complete -c kzstay -n '_shtab_kzstay_using plan' -l on -x -d 'day to calculate for, such as 2026-12-15; today in Kazakhstan if left out'
complete -c kzstay -n '_shtab_kzstay_using plan' -l reading -xka "safe usual" -d 'which side of an open question of the law: the stricter one (safe), or the common one (usual)'
complete -c kzstay -n '_shtab_kzstay_using plan' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using plan; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d file
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a report -d 'write the stay report as a PDF or HTML or JSON or CSV or XLSX or ICS file'
complete -c kzstay -n '_shtab_kzstay_using report' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using report' -s o -l output -xka "(__fish_complete_path (commandline -ct))" -d 'the file to write; the end of its name chooses the format'
complete -c kzstay -n '_shtab_kzstay_using report' -l certificate -d 'a calculation of days instead, one page a traveller (PDF or HTML)'
complete -c kzstay -n '_shtab_kzstay_using report' -l list -d 'a list instead, one line a traveller, whoever has the least time first (PDF or CSV or XLSX)'
complete -c kzstay -n '_shtab_kzstay_using report' -l second-lang -xka "en ru kk" -d 'second language beside that of --lang, with --certificate'
complete -c kzstay -n '_shtab_kzstay_using report' -l traveller -x -d 'only this one of several travellers'
complete -c kzstay -n '_shtab_kzstay_using report' -l on -x -d 'day to calculate for, such as 2026-12-15; today in Kazakhstan if left out'
complete -c kzstay -n '_shtab_kzstay_using report' -l reading -xka "safe usual" -d 'which side of an open question of the law: the stricter one (safe), or the common one (usual)'
complete -c kzstay -n '_shtab_kzstay_using report' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using report; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d file
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a complaint -d 'draft a complaint against a ruling as a DOCX or PDF file'
complete -c kzstay -n '_shtab_kzstay_using complaint' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using complaint' -l ruling -x -d 'which ruling: 1 is the first of the case'
complete -c kzstay -n '_shtab_kzstay_using complaint' -s o -l output -xka "(__fish_complete_path (commandline -ct))" -d 'the file to write; the end of its name chooses the format'
complete -c kzstay -n '_shtab_kzstay_using complaint' -l traveller -x -d 'may be left out where one only has rulings'
complete -c kzstay -n '_shtab_kzstay_using complaint' -l on -x -d 'day to calculate for, such as 2026-12-15; today in Kazakhstan if left out'
complete -c kzstay -n '_shtab_kzstay_using complaint' -l lang -xka "ru kk" -d 'language of the complaint'
complete -c kzstay -n '_shtab_kzstay_using complaint' -l explain -xka "en ru kk" -d 'language of the explanation'
complete -c kzstay -n '_shtab_kzstay_using complaint; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d file
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a import -d 'make a case of a table, a list, a calendar or a log of another program'
complete -c kzstay -n '_shtab_kzstay_using import' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using import' -s o -l output -xka "(__fish_complete_path (commandline -ct))" -d 'the case to write'
complete -c kzstay -n '_shtab_kzstay_using import' -l traveller -x -d 'whose stays they are; of several, only this one'
complete -c kzstay -n '_shtab_kzstay_using import' -l citizenship -x -d 'two letters, where the file names none'
complete -c kzstay -n '_shtab_kzstay_using import' -l dates -xka "dmy mdy ymd" -d 'order of day, month and year where it is open'
complete -c kzstay -n '_shtab_kzstay_using import' -l days -xka "here away" -d 'whether the days are in Kazakhstan or outside it'
complete -c kzstay -n '_shtab_kzstay_using import' -l json -d 'print JSON for other programs'
complete -c kzstay -n '_shtab_kzstay_using import' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using import; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d 'CSV, text, XLSX, XLS, ODS, ICS or JSON; - for text from standard input'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a batch -d 'answer a CSV file with the crossings of many travellers, one row for each'
complete -c kzstay -n '_shtab_kzstay_using batch' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using batch' -s o -l output -x -d '- for standard output'
complete -c kzstay -n '_shtab_kzstay_using batch' -l errors -xka "(__fish_complete_path (commandline -ct))" -d 'the rows that could not be used, and why'
complete -c kzstay -n '_shtab_kzstay_using batch' -l jobs -x -d 'processes that share the work; as many as there are processors if left out'
complete -c kzstay -n '_shtab_kzstay_using batch' -l on -x -d 'day to calculate for, such as 2026-12-15; today in Kazakhstan if left out'
complete -c kzstay -n '_shtab_kzstay_using batch' -l reading -xka "safe usual" -d 'which side of an open question of the law: the stricter one (safe), or the common one (usual)'
complete -c kzstay -n '_shtab_kzstay_using batch' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a guide -d 'read the law in plain words, or search it with a question'
complete -c kzstay -n '_shtab_kzstay_using guide' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using guide' -l search -x -d 'find the topics that answer a question'
complete -c kzstay -n '_shtab_kzstay_using guide' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using guide' -l json -d 'print JSON for other programs'
complete -c kzstay -n '_shtab_kzstay_using guide; and test $_shtab_kzstay_npos -eq 0' -ka "entry-papers entry-visa entry-refused stay-limits host-notice registration longer-stay residence work study health marriage property children religion associations taxes courts elections-army movement transit leaving exit-refused shortened overstay fines told-to-leave expulsion-grounds custody appeal after-expulsion hosts invitations employers stateless refugees diplomats about-the-law visa-table" -d 'a topic, or visa-table; all are listed if left out'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a contacts -d 'list whom to call: offices, portals and emergency numbers'
complete -c kzstay -n '_shtab_kzstay_using contacts' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using contacts' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using contacts' -l json -d 'print JSON for other programs'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a manual -d 'read how kzstay is used, or search that with a question'
complete -c kzstay -n '_shtab_kzstay_using manual' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using manual' -l search -x -d 'find the sections that answer a question'
complete -c kzstay -n '_shtab_kzstay_using manual' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using manual; and test $_shtab_kzstay_npos -eq 0' -ka "first-steps timeline reading papers plan people exchange command-line counting files" -d 'a chapter; all are listed if left out'
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a example -d 'write an example case, to try the other commands on'
complete -c kzstay -n '_shtab_kzstay_using example' -s h -l help -d 'show this help message and exit'
complete -c kzstay -n '_shtab_kzstay_using example' -l name -xka "anna office ruling" -d 'which one; anna if left out'
complete -c kzstay -n '_shtab_kzstay_using example' -l list -d 'list the examples'
complete -c kzstay -n '_shtab_kzstay_using example' -l lang -xka "en ru kk" -d 'language of the answer; that of the system if left out'
complete -c kzstay -n '_shtab_kzstay_using example; and test $_shtab_kzstay_npos -eq 0' -ka "(__fish_complete_path (commandline -ct))" -d OUT.kzstay
complete -c kzstay -n '_shtab_kzstay_using; and test $_shtab_kzstay_npos -eq 0' -a self-test -d 'try every part of this copy of kzstay, without a display'
complete -c kzstay -n '_shtab_kzstay_using self-test' -s h -l help -d 'show this help message and exit'
