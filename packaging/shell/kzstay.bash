# Written by packaging/tools/make_shell.py, with shtab.

_shtab_kzstay_subparsers=(gui check plan report complaint import batch guide contacts manual example self-test)

_shtab_kzstay_gui_option_strings=(-h --help --new)
_shtab_kzstay_check_option_strings=(-h --help --json --on --reading --lang)
_shtab_kzstay_plan_option_strings=(-h --help --traveller --entry --exit --days --leave --purpose --json --on --reading --lang)
_shtab_kzstay_report_option_strings=(-h --help -o --output --certificate --list --second-lang --traveller --on --reading --lang)
_shtab_kzstay_complaint_option_strings=(-h --help --ruling -o --output --traveller --on --lang --explain)
_shtab_kzstay_import_option_strings=(-h --help -o --output --traveller --citizenship --dates --days --json --lang)
_shtab_kzstay_batch_option_strings=(-h --help -o --output --errors --jobs --on --reading --lang)
_shtab_kzstay_guide_option_strings=(-h --help --search --lang --json)
_shtab_kzstay_contacts_option_strings=(-h --help --lang --json)
_shtab_kzstay_manual_option_strings=(-h --help --search --lang)
_shtab_kzstay_example_option_strings=(-h --help --name --list --lang)
_shtab_kzstay_self_test_option_strings=(-h --help)
_shtab_kzstay_option_strings=(-h --help --version)

_shtab_kzstay_gui_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_check_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_plan_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_report_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_report__o_COMPGEN=_shtab_compgen_files
_shtab_kzstay_report___output_COMPGEN=_shtab_compgen_files
_shtab_kzstay_complaint_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_complaint__o_COMPGEN=_shtab_compgen_files
_shtab_kzstay_complaint___output_COMPGEN=_shtab_compgen_files
_shtab_kzstay_import_pos_0_COMPGEN=_shtab_compgen_files
_shtab_kzstay_import__o_COMPGEN=_shtab_compgen_files
_shtab_kzstay_import___output_COMPGEN=_shtab_compgen_files
_shtab_kzstay_batch___errors_COMPGEN=_shtab_compgen_files
_shtab_kzstay_example_pos_0_COMPGEN=_shtab_compgen_files

_shtab_kzstay_check___reading_choices=(safe usual)
_shtab_kzstay_check___lang_choices=(en ru kk)
_shtab_kzstay_plan___reading_choices=(safe usual)
_shtab_kzstay_plan___lang_choices=(en ru kk)
_shtab_kzstay_report___second_lang_choices=(en ru kk)
_shtab_kzstay_report___reading_choices=(safe usual)
_shtab_kzstay_report___lang_choices=(en ru kk)
_shtab_kzstay_complaint___lang_choices=(ru kk)
_shtab_kzstay_complaint___explain_choices=(en ru kk)
_shtab_kzstay_import___dates_choices=(dmy mdy ymd)
_shtab_kzstay_import___days_choices=(here away)
_shtab_kzstay_import___lang_choices=(en ru kk)
_shtab_kzstay_batch___reading_choices=(safe usual)
_shtab_kzstay_batch___lang_choices=(en ru kk)
_shtab_kzstay_guide_pos_0_choices=(entry-papers entry-visa entry-refused stay-limits host-notice registration longer-stay residence work study health marriage property children religion associations taxes courts elections-army movement transit leaving exit-refused shortened overstay fines told-to-leave expulsion-grounds custody appeal after-expulsion hosts invitations employers stateless refugees diplomats about-the-law visa-table)
_shtab_kzstay_guide___lang_choices=(en ru kk)
_shtab_kzstay_contacts___lang_choices=(en ru kk)
_shtab_kzstay_manual_pos_0_choices=(first-steps timeline reading papers plan people exchange command-line counting files)
_shtab_kzstay_manual___lang_choices=(en ru kk)
_shtab_kzstay_example___name_choices=(anna office ruling)
_shtab_kzstay_example___lang_choices=(en ru kk)
_shtab_kzstay_pos_0_choices=(gui check plan report complaint import batch guide contacts manual example self-test)

_shtab_kzstay_gui__h_nargs=0
_shtab_kzstay_gui___help_nargs=0
_shtab_kzstay_gui___new_nargs=0
_shtab_kzstay_check__h_nargs=0
_shtab_kzstay_check___help_nargs=0
_shtab_kzstay_check___json_nargs=0
_shtab_kzstay_plan__h_nargs=0
_shtab_kzstay_plan___help_nargs=0
_shtab_kzstay_plan___json_nargs=0
_shtab_kzstay_report__h_nargs=0
_shtab_kzstay_report___help_nargs=0
_shtab_kzstay_report___certificate_nargs=0
_shtab_kzstay_report___list_nargs=0
_shtab_kzstay_complaint__h_nargs=0
_shtab_kzstay_complaint___help_nargs=0
_shtab_kzstay_import__h_nargs=0
_shtab_kzstay_import___help_nargs=0
_shtab_kzstay_import___json_nargs=0
_shtab_kzstay_batch__h_nargs=0
_shtab_kzstay_batch___help_nargs=0
_shtab_kzstay_guide__h_nargs=0
_shtab_kzstay_guide___help_nargs=0
_shtab_kzstay_guide___json_nargs=0
_shtab_kzstay_contacts__h_nargs=0
_shtab_kzstay_contacts___help_nargs=0
_shtab_kzstay_contacts___json_nargs=0
_shtab_kzstay_manual__h_nargs=0
_shtab_kzstay_manual___help_nargs=0
_shtab_kzstay_example__h_nargs=0
_shtab_kzstay_example___help_nargs=0
_shtab_kzstay_example___list_nargs=0
_shtab_kzstay_self_test__h_nargs=0
_shtab_kzstay_self_test___help_nargs=0
_shtab_kzstay_pos_0_nargs=A...
_shtab_kzstay__h_nargs=0
_shtab_kzstay___help_nargs=0
_shtab_kzstay___version_nargs=0


# $1=COMP_WORDS[1]
_shtab_compgen_files() {
  compgen -f -- $1  # files
}

# $1=COMP_WORDS[1]
_shtab_compgen_dirs() {
  compgen -d -- $1  # recurse into subdirs
}

# $1=COMP_WORDS[1]
_shtab_replace_nonword() {
  echo "${1//[^[:word:]]/_}"
}

# set default values (called for the initial parser & any subparsers)
_set_parser_defaults() {
  local subparsers_var="${prefix}_subparsers[@]"
  sub_parsers=${!subparsers_var-}

  local current_option_strings_var="${prefix}_option_strings[@]"
  current_option_strings=${!current_option_strings_var}

  completed_positional_actions=0

  _set_new_action "pos_$completed_positional_actions" true
}

# $1=action identifier
# $2=positional action (bool)
# set all identifiers for an action's parameters
_set_new_action() {
  current_action="${prefix}_$(_shtab_replace_nonword $1)"

  local current_action_compgen_var=${current_action}_COMPGEN
  current_action_compgen="${!current_action_compgen_var-}"

  local current_action_choices_var="${current_action}_choices[@]"
  current_action_choices="${!current_action_choices_var-}"

  local current_action_nargs_var="${current_action}_nargs"
  if [ -n "${!current_action_nargs_var-}" ]; then
    current_action_nargs="${!current_action_nargs_var}"
  else
    current_action_nargs=1
  fi

  current_action_args_start_index=$(( $word_index + 1 - $pos_only ))

  current_action_is_positional=$2
}

# Notes:
# `COMPREPLY`: what will be rendered after completion is triggered
# `completing_word`: currently typed word to generate completions for
# `${!var}`: evaluates the content of `var` and expand its content as a variable
_shtab_kzstay() {
  local completing_word="${COMP_WORDS[COMP_CWORD]}"
  local previous_word="${COMP_WORDS[COMP_CWORD-1]}"
  local completed_positional_actions
  local current_action
  local current_action_args_start_index
  local current_action_choices
  local current_action_compgen
  local current_action_is_positional
  local current_action_nargs
  local current_option_strings
  local sub_parsers
  COMPREPLY=()

  local prefix=_shtab_kzstay
  local word_index=0
  local pos_only=0 # "--" delimiter not encountered yet
  _set_parser_defaults
  word_index=1

  # determine what arguments are appropriate for the current state
  # of the arg parser
  while [ $word_index -ne $COMP_CWORD ]; do
    local this_word="${COMP_WORDS[$word_index]}"

    if [[ $pos_only = 1 || " $this_word " != " -- " ]]; then
      if [[ -n $sub_parsers && " ${sub_parsers[@]} " == *" $this_word "* ]]; then
        # valid subcommand: add it to the prefix & reset the current action
        prefix="${prefix}_$(_shtab_replace_nonword $this_word)"
        _set_parser_defaults
      fi

      if [[ " ${current_option_strings[@]} " == *" $this_word "* ]]; then
        # a new action should be acquired (due to recognised option string or
        # no more input expected from current action);
        # the next positional action can fill in here
        _set_new_action $this_word false
      fi

      if [[ "$current_action_nargs" != "*" ]] && \
         [[ "$current_action_nargs" != "+" ]] && \
         [[ "$current_action_nargs" != "?" ]] && \
         [[ "$current_action_nargs" != *"..." ]] && \
         (( $word_index + 1 - $current_action_args_start_index - $pos_only >= \
            $current_action_nargs )); then
        $current_action_is_positional && let "completed_positional_actions += 1"
        _set_new_action "pos_$completed_positional_actions" true
      fi
    else
      pos_only=1 # "--" delimiter encountered
    fi

    let "word_index+=1"
  done

  # Generate the completions

  COMPREPLY=()
  if [[ $pos_only = 0 && "$completing_word" == -* &&
        ( -z "$current_action_compgen" || "$current_action_is_positional" = true ) ]]; then
    # optional argument started: use option strings
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_option_strings[*]}" -- "$completing_word")
  elif [[ "$previous_word" =~ ^[0-9\&]*[\<\>]\>?$ ]]; then
    # handle redirection operators
    compopt -o filenames 2>/dev/null || : # bash>=4
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$completing_word")
  else
    # use choices & compgen
    local action_compgen_word="$completing_word"
    # handle tab-completing in the middle of a line (#248 <- #116)
    [[ -n "$current_action_compgen" && "$completing_word" == -* ]] && action_compgen_word=""
    [ -n "$current_action_compgen" ] && {
      [[ "$current_action_compgen" =~ _(file|dir|glob|FILE|DIR|GLOB)|File|Dir|Glob ]] &&
        compopt -o filenames 2>/dev/null || : # bash>=4
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
        "$current_action_compgen" "$action_compgen_word")
    }
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(
      compgen -W "${current_action_choices[*]}" -- "$completing_word")
  fi

  if [[ ${#COMPREPLY[@]} = 0 ]]; then
    # native fallback matches are not necessarily filenames (e.g. variables)
    compopt +o filenames 2>/dev/null || : # bash>=4
  fi

  return 0
}

complete -o bashdefault -F _shtab_kzstay kzstay kzstay-cli
