#include "pharmacy/views/sheet_panel.h"

#include "pharmacy/models/words.h"
#include "pharmacy/views/form_band.h"
#include "pharmacy/views/sheet_facts.h"
#include "pharmacy/views/tables.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::pharmacy {

using medications::PrescriptionStatus;

namespace {

constexpr int kMostRows = 8;

Money amountOf(const Sheet &sheet)
{
    Money amount;
    for (const auto &line : sheet.lines)
        amount = amount + line.request.price;
    return amount;
}

} // namespace

SheetPanel::SheetPanel(Counter *counter, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_header(new ui::PanelHeader({}))
    , m_status(new ui::TextLabel({}, ui::Type::Strong, ui::TextLabel::Ink::Accent))
    , m_withdrawn(new ui::NoticeLine)
    , m_band(new FormBand)
    , m_facts(new SheetFacts(counter))
    , m_lines(readingTable(counter->lines(), QStringLiteral("pharmacy.lines"), {190, 0, 90}))
    , m_amount(new ui::TextLabel({}, ui::Type::Strong))
    , m_lotsHeader(new ui::PanelHeader({}))
    , m_lots(readingTable(counter->lots(), QStringLiteral("pharmacy.lots"), {0, 130, 110, 90}))
    , m_lotsProblem(new ui::NoticeLine)
    , m_lotsProblemBox(new QWidget)
    , m_note(new QLineEdit)
    , m_noteRow(new ui::LabelRow({}, m_note))
    , m_noteHint(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
    , m_noteBox(makeNoteRow())
    , m_state(new ui::StateView(makePaper()))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_status->setObjectName(QStringLiteral("pharmacy.status"));
    m_withdrawn->setObjectName(QStringLiteral("pharmacy.withdrawn"));
    m_band->setObjectName(QStringLiteral("pharmacy.form"));
    m_amount->setObjectName(QStringLiteral("pharmacy.amount"));
    m_lotsProblem->setObjectName(QStringLiteral("pharmacy.lotsProblem"));
    m_header->addTrailing(m_status);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    column->addWidget(m_noteBox);
    connect(counter, &Counter::changed, this, &SheetPanel::showSheet);
    connect(m_state, &ui::StateView::actionTriggered, counter, &Counter::reload);
    retranslate();
}

QWidget *SheetPanel::makePaper()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *paper = new QWidget;
    auto *aired = new QVBoxLayout(m_lotsProblemBox);
    aired->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    aired->addWidget(m_lotsProblem);
    auto *column = new QVBoxLayout(paper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_withdrawn->hide();
    column->addWidget(m_withdrawn);
    column->addWidget(m_band);
    column->addWidget(m_facts);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(m_lines);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setContentsMargins(0, rhythm.gapSmall, rhythm.gap, rhythm.gap);
    column->addWidget(m_amount);
    column->addWidget(m_lotsHeader);
    column->addWidget(m_lotsProblemBox);
    column->addWidget(m_lots);
    column->addStretch(1);
    return paper;
}

QWidget *SheetPanel::makeNoteRow()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_note->setObjectName(QStringLiteral("pharmacy.note"));
    m_note->installEventFilter(this);
    m_noteHint->setContentsMargins(rhythm.margin, 0, 0, 0);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, rhythm.gap);
    column->setSpacing(rhythm.gapSmall);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(m_noteRow);
    column->addWidget(m_noteHint);
    connect(m_note, &QLineEdit::textChanged, m_counter, &Counter::setReturnNote);
    box->hide();
    return box;
}

bool SheetPanel::isWritingNote() const
{
    return !m_noteBox->isHidden();
}

void SheetPanel::writeNote()
{
    m_note->setText(m_counter->returnNote());
    m_noteBox->show();
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void SheetPanel::closeNote()
{
    m_noteBox->hide(); // its text is kept with the prescription
}

bool SheetPanel::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT noteConfirmed(); return true;
    case Qt::Key_Escape:
        closeNote();
        Q_EMIT noteLeft();
        return true;
    default: return false;
    }
}

void SheetPanel::retranslate()
{
    m_header->setTitle(tr("Prescription"));
    m_noteRow->setLabel(tr("To the doctor"));
    m_note->setPlaceholderText(tr("What should be changed, and why"));
    m_noteHint->setText(tr("Enter returns the prescription with these words. Esc closes, the words stay."));
    m_facts->retranslate();
    m_lines->setAccessibleName(tr("Lines"));
    m_lots->setAccessibleName(tr("Lots"));
    showSheet();
}

void SheetPanel::showSheet()
{
    m_state->setState(m_counter->sheetState());
    const auto &sheet = m_counter->sheet();
    if (m_shown != m_counter->current() || m_counter->step() != Counter::Step::Review)
        closeNote();
    m_shown = m_counter->current();
    if (!sheet)
        return;
    const auto &colours = ui::SimiaoStyle::tokens(this).colours;
    m_header->setPatientColour(ui::patientColour(sheet->banner.patient.mrn, colours));
    m_status->setText(Words::status(sheet->prescription.status));
    m_band->setPrescription(sheet->prescription.form, sheet->prescription.number);
    m_amount->setText(tr("Amount ¥%1").arg(amountOf(*sheet).toYuan()));
    fitToRows(m_lines, kMostRows);
    showLots();
    showWithdrawal();
}

void SheetPanel::showWithdrawal()
{
    const auto &sheet = *m_counter->sheet();
    const auto &desk = *m_counter->desk();
    const bool isWithdrawn = sheet.prescription.status == PrescriptionStatus::Cancelled;
    m_withdrawn->setVisible(isWithdrawn);
    m_amount->setVisible(!isWithdrawn);
    if (!isWithdrawn)
        return;
    const QString text = tr("by %1 at %2. Nothing of it is to be dispensed.")
                             .arg(sheet.withdrawnBy.in(desk.locale().name()),
                                  Words::time(sheet.prescription.recordedAt, *desk.context().clock));
    m_withdrawn->setNotice(
        {ui::Severity::Warn, tr("Withdrawn"), text, sheet.prescription.answer.value_or(QString()), {}});
    m_withdrawn->setProperty("text", text);
}

void SheetPanel::showLots()
{
    const auto &sheet = *m_counter->sheet();
    const bool isPaid = sheet.prescription.status == PrescriptionStatus::Paid;
    const auto &problem = sheet.pickProblem;
    m_lotsHeader->setTitle(isPaid ? tr("Take from these lots, first expiring first")
                                  : tr("Taken from these lots"));
    m_lotsHeader->setVisible(problem || !sheet.parts.empty());
    m_lots->setVisible(!sheet.parts.empty());
    m_lotsProblemBox->setVisible(problem.has_value());
    if (problem)
        m_lotsProblem->setNotice(
            {ui::Severity::Block, tr("Cannot be dispensed"), sdk::errorText(*problem), {}, {}});
    fitToRows(m_lots, kMostRows);
}

} // namespace simiao::pharmacy
