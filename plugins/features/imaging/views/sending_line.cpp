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
    case Step::Confirming: return {ui::Severity::Neutral, words, asking(), where, {tr("Close")}};
    case Step::Done:
        if (m_sending->confirmation())
            return {ui::Severity::Ok, words, confirmed(), where, {tr("Close")}};
        return {ui::Severity::Ok, words, where, {}, {tr("Close")}};
    case Step::Unconfirmed:
        return {ui::Severity::Warn, words, unconfirmed(), where, {tr("Ask again"), tr("Close")}};
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

QString SendingLine::asking() const
{
    if (m_sending->timesAsked() < 2)
        return tr("The archive is asked whether it keeps them …");
    return tr("No answer within %1 s whether the archive keeps them; asked again …")
        .arg(m_sending->confirmationPatience().count());
}

QString SendingLine::confirmed() const
{
    const auto &said = *m_sending->confirmation();
    return tr("The archive has confirmed %1 of %2.").arg(said.confirmed).arg(said.asked);
}

QString SendingLine::unconfirmed() const
{
    if (!m_sending->hasError()) {
        const auto &failures = m_sending->confirmation()->failures;
        return failures.empty() ? confirmed()
                                : tr("%1 Not confirmed: %2", "sentence, reason")
                                      .arg(confirmed(), sdk::errorText(failures.front().error));
    }
    if (m_sending->error().code == QLatin1StringView("archive.silent"))
        return tr("Not confirmed: no answer within %1 s. Asked %2 times.")
            .arg(m_sending->confirmationPatience().count())
            .arg(m_sending->timesAsked());
    return tr("Not confirmed: %1").arg(sdk::errorText(m_sending->error()));
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
    else if (m_sending->step() != Step::Done && m_sending->step() != Step::Confirming && index == 0)
        m_sending->retry();
    else
        m_sending->dismiss();
}

} // namespace simiao::viewer
