#include "imaging/views/transfer_line.h"

#include "sdk/desk.h"

namespace simiao::viewer {

namespace {

using Step = ArchiveTransfer::Step;

/// "123 of 600 images"; the total may be unknown.
QString countWords(const workflow::TransferCount &count)
{
    return count.total ? TransferLine::tr("%1 of %2 images").arg(count.done).arg(*count.total)
                       : TransferLine::tr("%1 images").arg(count.done);
}

/// The study as the archive names it, without a person: the line stands above the pictures.
QString studyWords(const workflow::ArchivedStudy &study)
{
    QStringList parts{study.studyDate, study.modalities.join(QStringLiteral(", ")), study.description};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

TransferLine::TransferLine(ArchiveTransfer *transfer, QWidget *parent)
    : StepLine(QStringLiteral("imaging.transfer"), parent)
    , m_transfer(transfer)
{
    connect(transfer, &ArchiveTransfer::changed, this, &TransferLine::follow);
    follow();
}

ui::Notice TransferLine::notice() const
{
    const auto study = studyWords(m_transfer->order().study);
    switch (m_transfer->step()) {
    case Step::Idle: return {};
    case Step::Receiving: {
        const auto waiting = m_transfer->waiting() > 0
            ? tr("%n more studies after it", nullptr, m_transfer->waiting())
            : QString();
        return {ui::Severity::Neutral, countWords(m_transfer->count()), study, waiting, {tr("Stop")}};
    }
    case Step::Incomplete: return incomplete();
    case Step::Failed:
        return {ui::Severity::Block,
                tr("Not received"),
                sdk::errorText(m_transfer->error()),
                study,
                {tr("Try again"), tr("Close")}};
    }
    return {};
}

ui::Notice TransferLine::incomplete() const
{
    const auto &transfer = m_transfer->transfer();
    QString why;
    if (transfer.endedBy && transfer.endedBy->kind == ErrorKind::Cancelled)
        why = tr("You stopped it.");
    else if (transfer.endedBy)
        why = sdk::errorText(*transfer.endedBy);
    else if (!transfer.failures.empty())
        why = sdk::errorText(transfer.failures.front().error);
    else
        why = tr("The archive sent fewer images than it has.");
    QStringList actions{tr("Get the rest")};
    if (transfer.count.done > 0)
        actions.append(tr("Attach what is here"));
    actions.append(tr("Close"));
    return {ui::Severity::Warn, tr("Only %1").arg(countWords(transfer.count)), why,
            studyWords(m_transfer->order().study), actions};
}

void TransferLine::act(int index)
{
    if (m_transfer->step() == Step::Receiving)
        return m_transfer->cancel();
    const bool isLast = index + 1 == line()->notice().actions.size();
    if (index == 0)
        m_transfer->retry();
    else if (isLast)
        m_transfer->dismiss();
    else
        m_transfer->useIncomplete();
}

} // namespace simiao::viewer
