#include "pharmacy/models/counter.h"

#include "pharmacy/models/words.h"
#include "workflow/dispensing/review_prescription.h"

#include <QCoroTask>

namespace simiao::pharmacy {

using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

/// Name of the note in the draft journal.
const QString kReturnNote = QStringLiteral("pharmacy.returnNote");

bool fits(const Work &work, const QString &text)
{
    const auto &patient = work.patient;
    return text.isEmpty() || patient.name.contains(text, Qt::CaseInsensitive)
        || patient.nameInitials.startsWith(text, Qt::CaseInsensitive)
        || patient.namePinyin.startsWith(text, Qt::CaseInsensitive) || patient.mrn.startsWith(text)
        || work.prescription.number.endsWith(text, Qt::CaseInsensitive);
}

} // namespace

Counter::Counter(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_worklist(new WorkListModel(desk, this))
    , m_lines(new LineTableModel(desk, this))
    , m_lots(new LotTableModel(desk, this))
    , m_listState(new sdk::KnownState(desk, this))
    , m_sheetState(new sdk::KnownState(desk, this))
{
    connect(m_listState, &sdk::KnownState::changed, this, &Counter::listChanged);
    connect(m_listState, &sdk::KnownState::rereadWanted, this, &Counter::readList);
    connect(m_sheetState, &sdk::KnownState::changed, this, &Counter::changed);
    connect(m_sheetState, &sdk::KnownState::rereadWanted, this, &Counter::readCurrent);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<Prescription>(receipt))
                    reload();
            });
    connect(desk, &sdk::Desk::referenceChanged, this, &Counter::retranslate); // findings by the rules of now
    retranslate();
    reload();
}

Counter::Step Counter::step() const
{
    if (!m_sheet || m_isBusy || m_sheet->prescription.id != m_current)
        return Step::None;
    switch (m_sheet->prescription.status) {
    case PrescriptionStatus::Signed: return Step::Review;
    case PrescriptionStatus::Paid: return m_sheet->pickProblem ? Step::None : Step::Dispense;
    case PrescriptionStatus::Dispensed: return Step::HandOver;
    case PrescriptionStatus::Draft:
    case PrescriptionStatus::Reviewed:
    case PrescriptionStatus::HandedOver:
    case PrescriptionStatus::Returned:
    case PrescriptionStatus::Cancelled: return Step::None;
    }
    return Step::None;
}

std::vector<AllergyFinding> Counter::allergyFindings() const
{
    std::vector<AllergyFinding> findings;
    if (!m_sheet)
        return findings;
    const auto &patient = m_sheet->banner.patient;
    for (const auto &line : m_sheet->lines) {
        const auto issues = medications::checkAllergies(
            line.medication, patient.allergyStatus, m_sheet->banner.allergies, m_desk->reference().allergies);
        for (const auto &issue : issues) {
            const bool isOfAll = issue.code == QLatin1String("allergy.not-asked");
            if (!isOfAll || findings.empty())
                findings.push_back({isOfAll ? QString() : line.request.medicationName, issue});
        }
    }
    return findings;
}

QString Counter::returnNote() const
{
    if (!m_current)
        return {};
    for (const auto &entry : m_desk->drafts()->entriesOf(m_current->uuid)) {
        if (entry.field == kReturnNote)
            return entry.text;
    }
    return {};
}

void Counter::setReturnNote(const QString &note)
{
    if (!m_current || note == returnNote())
        return;
    const bool isRead = m_sheet && m_sheet->prescription.id == m_current;
    const Uuid patient = isRead ? m_sheet->prescription.patient.uuid : Uuid{};
    m_desk->drafts()->record({m_current->uuid, patient, kReturnNote, note});
}

void Counter::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    showList();
}

void Counter::open(Id<Prescription> id)
{
    if (m_current == id)
        return;
    m_current = id;
    m_command = m_desk->context().newCommand();
    m_sheetState->forget();
    Q_EMIT changed();
    readCurrent();
}

void Counter::pass()
{
    review(true);
}

void Counter::returnToDoctor()
{
    review(false);
}

void Counter::review(bool isPassed)
{
    if (step() != Step::Review || (!isPassed && returnNote().trimmed().isEmpty()))
        return;
    const workflow::Review verdict{*m_current, isPassed, isPassed ? QString() : returnNote()};
    runStep(workflow::reviewPrescription(m_desk->context(), m_command, verdict),
            isPassed ? tr("%1 passed") : tr("%1 returned to the doctor"));
}

void Counter::dispense()
{
    if (step() != Step::Dispense)
        return;
    runStep(workflow::dispense(m_desk->context(), m_command, *m_current, m_sheet->picks), tr("%1 dispensed"));
}

void Counter::handOver()
{
    if (step() != Step::HandOver)
        return;
    runStep(workflow::handOver(m_desk->context(), m_command, *m_current), tr("%1 handed over"));
}

void Counter::runStep(Task<Result<Prescription>> task, const QString &done)
{
    m_isBusy = true;
    Q_EMIT changed();
    QCoro::connect(std::move(task), this, [this, done](const Result<Prescription> &prescription) {
        m_isBusy = false;
        const bool mayBeStored = !prescription && prescription.error().kind == ErrorKind::Unavailable;
        if (!mayBeStored)
            m_command = m_desk->context().newCommand();
        if (prescription) {
            m_desk->drafts()->discard(prescription->id.uuid);
            m_desk->showDone(done.arg(prescription->number));
        } else {
            m_desk->showError(prescription.error());
        }
        readCurrent();
        Q_EMIT changed();
        if (prescription)
            Q_EMIT stepDone();
    });
}

void Counter::reload()
{
    readList();
    readCurrent();
}

void Counter::readList()
{
    if (!m_reading.begin())
        return;
    QCoro::connect(readWorklist(m_desk->context()), this, [this](const Result<std::vector<Work>> &work) {
        const bool isOutdated = m_reading.end();
        takeList(work);
        if (isOutdated)
            readList();
    });
}

void Counter::takeList(const Result<std::vector<Work>> &work)
{
    if (!work)
        return m_listState->fail(work.error());
    m_work = *work;
    m_listState->take(ui::ViewState::ready());
    showList();
}

void Counter::retranslate()
{
    if (!m_current)
        m_sheetState->forget(ui::ViewState::empty(tr("No prescription in hand"),
                                                  tr("Choose one at the left, or scan its number.")));
    showList();
    m_worklist->refresh();
    m_lines->refresh();
    m_lots->refresh();
    Q_EMIT changed();
}

void Counter::showList()
{
    if (!m_listState->isKnown())
        return;
    std::vector<Work> shown;
    std::ranges::copy_if(m_work, std::back_inserter(shown),
                         [this](const Work &one) { return fits(one, m_filter); });
    Q_EMIT listAboutToChange();
    m_worklist->show(shown);
    if (!shown.empty())
        m_listState->restate(ui::ViewState::ready());
    else if (m_work.empty())
        m_listState->restate(ui::ViewState::empty(
            tr("Nothing waits"), tr("Prescriptions appear here as soon as they are signed.")));
    else
        m_listState->restate(
            ui::ViewState::empty(tr("No prescription fits"), tr("Type less, or scan the number.")));
    Q_EMIT listChanged();
}

void Counter::readCurrent()
{
    if (!m_current)
        return;
    QCoro::connect(readSheet(m_desk->context(), *m_current), this,
                   [this, id = *m_current](const Result<Sheet> &sheet) {
                       if (m_current == id)
                           takeSheet(sheet);
                   });
}

void Counter::takeSheet(const Result<Sheet> &sheet)
{
    if (!sheet)
        return m_sheetState->fail(sheet.error());
    m_sheet = *sheet;
    m_lines->replace(sheet->lines);
    m_lots->replace(sheet->parts);
    m_desk->showPatient(sheet->banner);
    m_sheetState->take(ui::ViewState::ready());
    Q_EMIT changed();
}

} // namespace simiao::pharmacy
