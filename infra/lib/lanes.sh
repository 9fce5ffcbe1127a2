# Runs test suites in two lanes: while one waits for a process, a disk or a clock, the other has the processors. What a suite prints comes in one
# piece, when it has ended. Sourced, not run.

# in_lanes FOLDER NAME...: calls "suite NAME" for each name, the first ones first, and leaves FOLDER/NAME/status. Interrupted, it interrupts them.
in_lanes() {
    local first second
    set -m # Each lane is a process group, which can be interrupted as a whole.
    lane "$@" </dev/null & first=$!
    lane "$@" </dev/null & second=$!
    set +m
    trap 'trap - INT TERM; kill -INT -- "-$first" "-$second" 2>/dev/null; wait; exit 130' INT TERM
    wait
    trap - INT TERM
}

# Takes one suite after the other that the other lane has not taken.
lane() {
    local folder=$1 name
    shift
    trap 'exit 130' INT # What runs is interrupted itself; nothing else is begun.
    for name; do
        mkdir "$folder/$name" 2>/dev/null || continue
        suite "$name" >"$folder/$name/output" 2>&1
        printf '%s\n' $? >"$folder/$name/status"
        print_alone "$folder" "$folder/$name/output"
    done
}

# Prints a file when the other lane prints none.
print_alone() {
    until mkdir "$1/printing" 2>/dev/null; do sleep 0.1; done
    cat "$2"
    rmdir "$1/printing"
}
