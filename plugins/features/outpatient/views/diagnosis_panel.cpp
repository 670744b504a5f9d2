#include "outpatient/views/diagnosis_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/candidate_popup.h"
#include "ui/widgets/table_delegate.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::outpatient {

namespace {

constexpr int kMostCandidates = 8;
constexpr int kShownRows = 3; // seen without scrolling, whatever the panels around want

QTableWidget *diagnosisList()
{
    auto *list = new QTableWidget(0, 3);
    list->setObjectName(QStringLiteral("consult.diagnosis.list"));
    list->setFrameShape(QFrame::NoFrame);
    list->setShowGrid(false);
    list->setItemDelegate(new ui::TableDelegate(list));
    list->horizontalHeader()->hide();
    list->verticalHeader()->hide();
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    list->setColumnWidth(0, 64);
    list->setColumnWidth(1, 64);
    return list;
}

ui::Candidate candidateOf(const Coding &code)
{
    return {code.display, code.code, {}, QVariant()};
}

} // namespace

DiagnosisPanel::DiagnosisPanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_field(new QLineEdit)
    , m_popup(new ui::CandidatePopup(m_field))
    , m_list(diagnosisList())
    , m_hint(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Warn))
{
    setObjectName(QStringLiteral("consult.diagnosis"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_field);
    m_field->setObjectName(QStringLiteral("consult.diagnosis.input"));
    m_field->setEnabled(visit->isEditable());
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 4);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    retranslate();
    showDiagnoses();

    connect(m_field, &QLineEdit::textEdited, this, &DiagnosisPanel::search);
    connect(m_popup, &ui::CandidatePopup::chosen, this, &DiagnosisPanel::take);
    connect(visit, &sdk::Visit::diagnosesChanged, this, &DiagnosisPanel::showDiagnoses);
    connect(visit, &sdk::Visit::editableChanged, this,
            [this] { m_field->setEnabled(m_visit->isEditable()); });
    connect(visit, &sdk::Visit::attentionRequested, this, [this](const QString &field) {
        if (field == QLatin1String("diagnoses"))
            m_field->setFocus(Qt::ShortcutFocusReason);
    });
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &DiagnosisPanel::retranslate);
    connect(visit->desk(), &sdk::Desk::terminologyChanged, this, [this] {
        showTerminology();
        search(m_field->text());
    });
}

QString DiagnosisPanel::text() const
{
    QStringList codes;
    for (const auto &diagnosis : m_visit->draft().diagnoses)
        codes.append(diagnosis.code.code);
    return codes.join(QLatin1Char(','));
}

void DiagnosisPanel::search(const QString &text)
{
    const auto terminology = m_visit->desk()->terminology();
    QList<ui::Candidate> candidates;
    if (terminology && !text.trimmed().isEmpty()) {
        for (const auto &code : terminology->diagnoses(text.trimmed(), kMostCandidates))
            candidates.append(candidateOf(code));
    }
    m_candidates = int(candidates.size());
    m_popup->setCandidates(candidates);
}

void DiagnosisPanel::showTerminology()
{
    const auto terminology = m_visit->desk()->terminology();
    m_hint->setText(!terminology ? tr("The codes are still being read.")
                                 : tr("No ICD-10 codes are installed. The administrator imports them with: "
                                      "simiao-cli import icd10 FILE"));
    m_hint->setVisible(!terminology || terminology->diagnosisCount() == 0);
}

void DiagnosisPanel::take(int row)
{
    const auto candidate = m_popup->candidate(row);
    auto diagnoses = m_visit->draft().diagnoses;
    const auto isSame = [&candidate](const auto &diagnosis) {
        return diagnosis.code.code == candidate.secondary;
    };
    if (std::ranges::none_of(diagnoses, isSame))
        diagnoses.push_back({{QString(codesystem::kIcd10Cn), candidate.secondary, candidate.primary}, {}});
    m_field->clear();
    search({});
    m_visit->setDiagnoses(std::move(diagnoses));
}

void DiagnosisPanel::removeCurrent()
{
    auto diagnoses = m_visit->draft().diagnoses;
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(diagnoses.size()) || !m_visit->isEditable())
        return;
    diagnoses.erase(diagnoses.begin() + row);
    m_visit->setDiagnoses(std::move(diagnoses));
}

void DiagnosisPanel::moveCurrent(int by)
{
    auto diagnoses = m_visit->draft().diagnoses;
    const int row = m_list->currentRow();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= int(diagnoses.size()) || !m_visit->isEditable())
        return;
    std::swap(diagnoses[std::size_t(row)], diagnoses[std::size_t(target)]);
    m_visit->setDiagnoses(std::move(diagnoses));
    m_list->setCurrentCell(target, 0);
}

void DiagnosisPanel::showDiagnoses()
{
    const auto &diagnoses = m_visit->draft().diagnoses;
    m_list->setRowCount(int(diagnoses.size()));
    for (int row = 0; row < int(diagnoses.size()); ++row) {
        const auto &diagnosis = diagnoses[std::size_t(row)];
        const QString rank = row == 0 ? tr("1 main") : QString::number(row + 1);
        m_list->setItem(row, 0, new QTableWidgetItem(rank));
        m_list->setItem(row, 1, new QTableWidgetItem(diagnosis.code.code));
        m_list->setItem(row, 2, new QTableWidgetItem(diagnosis.code.display));
        m_list->item(row, 0)->setData(ui::TableSecondaryRole, true);
    }
    const int shown = std::clamp(m_list->rowCount(), 1, kShownRows);
    m_list->setMinimumHeight(shown * m_list->verticalHeader()->defaultSectionSize() + 2);
}

void DiagnosisPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Code, name, pinyin or initials"));
    m_field->setAccessibleName(tr("Find diagnosis"));
    m_list->setAccessibleName(tr("Diagnoses"));
    m_hint->setWordWrap(true);
    showTerminology();
    showDiagnoses();
}

bool DiagnosisPanel::handleListKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool moves = modifiers.testFlag(Qt::AltModifier);
    if (key == Qt::Key_Delete)
        removeCurrent();
    else if (moves && key == Qt::Key_Up)
        moveCurrent(-1);
    else if (moves && key == Qt::Key_Down)
        moveCurrent(1);
    else
        return false;
    return true;
}

QSize DiagnosisPanel::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), layout()->totalMinimumHeightForWidth(width())};
}

void DiagnosisPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

bool DiagnosisPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_field)
        return m_popup->handleKey(press);
    return handleListKey(press->key(), press->modifiers());
}

void DiagnosisPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace simiao::outpatient
