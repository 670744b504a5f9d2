#include "imaging/views/sending_line.h"

#include "sdk/desk.h"

namespace simiao::viewer {

using Step = ArchiveSending::Step;

SendingLine::SendingLine(ArchiveSending *sending, QWidget *parent)
    : StepLine(QStringLiteral("imaging.sending"), parent)
    , m_sending(sending)
{
    connect(sending, &ArchiveSending::changed, this, &SendingLine::follow);
    follow();
}

ui::Notice SendingLine::notice() const
{
    if (m_sending->step() == Step::Idle)
        return {};
    const auto &count = m_sending->count();
    const auto words = tr("%1 of %2 files sent").arg(count.done).arg(count.total.value_or(0));
    const auto where = tr("To: %1", "archive").arg(m_sending->order().archive->displayName());
    switch (m_sending->step()) {
    case Step::Idle: break;
    case Step::Sending: return {ui::Severity::Neutral, words, where, {}, {tr("Stop")}};
    case Step::Done: return {ui::Severity::Ok, words, where, {}, {tr("Close")}};
    case Step::Incomplete:
        return {ui::Severity::Warn, tr("Only %1").arg(words), why(), where, {tr("Send again"), tr("Close")}};
    case Step::Failed:
        return {ui::Severity::Block,
                tr("Not sent"),
                sdk::errorText(m_sending->error()),
                where,
                {tr("Send again"), tr("Close")}};
    }
    return {};
}

QString SendingLine::why() const
{
    const auto &transfer = m_sending->transfer();
    if (transfer.endedBy && transfer.endedBy->kind == ErrorKind::Cancelled)
        return tr("You stopped it.");
    if (transfer.endedBy)
        return sdk::errorText(*transfer.endedBy);
    if (transfer.failures.empty())
        return tr("The archive took fewer files than were sent.");
    return tr("%1 refused. The first: %2")
        .arg(transfer.count.failed)
        .arg(sdk::errorText(transfer.failures.front().error));
}

void SendingLine::act(int index)
{
    if (m_sending->step() == Step::Sending)
        m_sending->cancel();
    else if (m_sending->step() != Step::Done && index == 0)
        m_sending->retry();
    else
        m_sending->dismiss();
}

} // namespace simiao::viewer
