#include "outpatient/views/visit_conflict.h"

#include "outpatient/models/kept_texts.h"
#include "outpatient/views/time_words.h"
#include "sdk/versions_dialog.h"

#include <QCoroTask>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace simiao::outpatient {

using workflow::VisitRecord;

VisitConflict::VisitConflict(sdk::Desk *desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window)
{
}

bool VisitConflict::isOne(const Error &error)
{
    return error.kind == ErrorKind::Conflict
        && (error.code == QLatin1String("queue.state") || error.code == QLatin1String("store.version"));
}

bool VisitConflict::isOpen(const sdk::Desk &desk, const VisitRecord &record)
{
    if (!record.signedParts || record.signedParts->returned())
        return false;
    QStringList unreadable;
    const auto mine =
        workflow::draftFromFields(desk.drafts()->entriesOf(record.encounter.id.uuid), &unreadable);
    return !mine.isEmpty();
}

workflow::VisitDraft VisitConflict::typed(const VisitRecord &record) const
{
    QStringList unreadable;
    return workflow::draftFromFields(m_desk->drafts()->entriesOf(record.encounter.id.uuid), &unreadable);
}

void VisitConflict::settle(Id<scheduling::QueueTask> task, const Error &error)
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    QCoro::connect(workflow::openVisit(m_desk->context(), task), this,
                   [this, error](const Result<VisitRecord> &record) {
                       m_isAsking = false;
                       if (!record)
                           return m_desk->showError(record.error());
                       compare(*record, error);
                   });
}

void VisitConflict::closeOwn(Id<scheduling::QueueTask> task)
{
    if (m_isClosing)
        return;
    m_isClosing = true;
    QCoro::connect(workflow::openVisit(m_desk->context(), task), this,
                   [this](const Result<VisitRecord> &record) {
                       m_isClosing = false;
                       if (!record || !isOpen(*m_desk, *record)
                           || record->signedParts->note.author != m_desk->context().session.account)
                           return;
                       if (std::ranges::none_of(versions(*record), &workflow::TwoVersions::isDifferent))
                           finishAsSigned(*record);
                   });
}

std::vector<workflow::TwoVersions> VisitConflict::versions(const VisitRecord &record) const
{
    return versionsOf(typed(record), *record.signedParts, m_desk->reference(), m_desk->terminology().get(),
                      m_desk->locale().name());
}

void VisitConflict::finishAsSigned(const VisitRecord &record)
{
    const auto &parts = *record.signedParts;
    finish(record, {},
           tr("Signed by %1, %2, with the same words.")
               .arg(parts.signer.in(m_desk->locale().name()),
                    dayAndTime(parts.note.signedAt.value_or(Instant{}), *m_desk->context().clock)));
}

void VisitConflict::compare(const VisitRecord &record, const Error &error)
{
    if (!record.signedParts) // cancelled, or moved on without a note: there is nothing to compare with
        return m_desk->showError(error);
    if (!isOpen(*m_desk, record)) // settled since, as her own signature that arrived after all
        return Q_EMIT settled(record.task.id);
    const auto fields = versions(record);
    if (std::ranges::none_of(fields, &workflow::TwoVersions::isDifferent))
        return finishAsSigned(record);

    const QString language = m_desk->locale().name();
    const auto context = m_desk->context();
    const QString signer = record.signedParts->signer.in(language);
    const QString at = dayAndTime(record.signedParts->note.signedAt.value_or(Instant{}), *context.clock);
    const LocalText me{context.session.nameEn, context.session.name};
    const sdk::VersionsWords words{
        tr("%1 signed this visit at %2 while you were writing. Both versions stay: choose what holds. What "
           "is not taken of yours is kept beside the visit.")
            .arg(signer, at),
        tr("Signed by %1, %2").arg(signer, at), tr("Written by %1, not signed").arg(me.in(language)),
        tr("Sign as next version")};
    auto *dialog = new sdk::VersionsDialog(fields, words, language, m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, record] { take(record, dialog->choices()); });
    dialog->open();
}

void VisitConflict::take(const VisitRecord &record, const TakenFields &taken)
{
    const auto amendment = amendmentOf(typed(record), record, m_desk->reference(),
                                       m_desk->terminology().get(), m_desk->locale().name(), taken);
    if (!amendment)
        return finish(record, taken, tr("The visit stays as it was signed."));
    const auto context = m_desk->context();
    const auto reference = std::make_shared<const workflow::ReferenceData>(m_desk->reference());
    QCoro::connect(workflow::amendVisit(context, context.newCommand(), *amendment, reference), this,
                   [this, record, taken](const Result<workflow::SignedVisit> &result) {
                       if (!result && isOne(result.error())) // a third version: compared again
                           return settle(record.task.id, result.error());
                       if (!result)
                           return m_desk->showError(result.error());
                       finish(record, taken, tr("Signed as the next version of the note."));
                   });
}

/// What is no field of the visit.
void VisitConflict::keepLines(const VisitRecord &record)
{
    KeptTexts kept(m_desk->drafts(), record.encounter.id);
    const auto draft = typed(record);
    for (const auto &[label, text] : {std::pair(tr("Order line"), draft.orderText.trimmed()),
                                      std::pair(tr("Answer to the pharmacist"), draft.answer.trimmed())}) {
        if (!text.isEmpty())
            kept.add(label, text, record.patient.id, m_desk->context().newCommand());
    }
}

void VisitConflict::keepAnswer(const VisitRecord &record)
{
    KeptTexts kept(m_desk->drafts(), record.encounter.id);
    const QString drugs = medicationsText(typed(record), m_desk->reference(), m_desk->terminology().get(),
                                          m_desk->locale().name());
    if (!drugs.isEmpty())
        kept.add(tr("Drugs"), drugs, record.patient.id, m_desk->context().newCommand());
    keepLines(record);
    m_desk->drafts()->discard(record.encounter.id.uuid);
    Q_EMIT settled(record.task.id);
}

/// First what is kept is in the journal, then the draft leaves it.
void VisitConflict::finish(const VisitRecord &record, const TakenFields &taken, const QString &words)
{
    const QString language = m_desk->locale().name();
    KeptTexts kept(m_desk->drafts(), record.encounter.id);
    for (const auto &[field, choice] : taken) {
        if (workflow::leavesOutMine(field, choice))
            kept.add(field.label.in(language), field.mine, record.patient.id, m_desk->context().newCommand());
    }
    keepLines(record);
    m_desk->drafts()->discard(record.encounter.id.uuid);
    m_desk->showDone(words);
    Q_EMIT settled(record.task.id);
}

} // namespace simiao::outpatient
