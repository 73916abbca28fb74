# SYNTAX TEST "source.shell" "MQSC in the here-documents of runmqsc, and nowhere else"
# cat <<EOF | runmqsc QM1
DEFINE QLOCAL(A)
# <----- - keyword.control.verb.mqsc
runmqsc QM1 <<EOF >/dev/null
# <------- entity.name.command.shell
#           ^^ keyword.operator.heredoc.shell
#             ^^^ keyword.control.heredoc-token.shell
DEFINE QLOCAL(A) +
# <------ meta.embedded.block.mqsc keyword.control.verb.mqsc
#                ^ keyword.operator.continuation.mqsc
  PUT(ENABLED)
# ^^^ variable.other.property.mqsc
EOF
# <--- - meta.embedded.block.mqsc
DEFINE QLOCAL(B)
# <----- - keyword.control.verb.mqsc
cat <<-'END' | docker exec -i mq runmqsc
	ALTER QMGR
#^^^^^ keyword.control.verb.mqsc
	END
#^^^ - meta.embedded.block.mqsc
cat > /tmp/queues.mqsc <<\EOF
DEFINE QLOCAL(B)
# <------ keyword.control.verb.mqsc
EOF
cat <<EOF
DEFINE QLOCAL(C)
# <----- - keyword.control.verb.mqsc
EOF
