#include "orders/views/orders_panel.h"

#include "orders/models/order_text.h"
#include "orders/views/clock_notice.h"
#include "orders/views/issue_list.h"
#include "sdk/desk.h"
#include "sdk/prescribed_lines.h"
#include "ui/widgets/candidate_popup.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/preview_line_edit.h"
#include "ui/widgets/table_delegate.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::orders {

namespace {

enum Column { Number, Drug, Usage, Amount, Price, ColumnCount };

constexpr int kLeastColumn = 24;
constexpr int kLeastIssues = 104; // two lines, the rule they come from, and the reason

QTableWidget *orderList()
{
    auto *list = new QTableWidget(0, ColumnCount);
    list->setObjectName(QStringLiteral("consult.orders.list"));
    list->setFrameShape(QFrame::NoFrame);
    list->setShowGrid(false);
    list->setItemDelegate(new ui::TableDelegate(list));
    list->horizontalHeader()->hide();
    list->verticalHeader()->hide();
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->horizontalHeader()->setSectionResizeMode(Drug, QHeaderView::Fixed);
    list->horizontalHeader()->setSectionResizeMode(Usage, QHeaderView::Stretch);
    return list;
}

/// As high as its content, and scrolled where that is more than the panel has.
QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    return area;
}

/// Drug and usage share what the numbers leave; where that is less than both need, each loses by its length.
void fitColumns(QTableWidget *list)
{
    const QAbstractItemView *view = list; // the table itself keeps its hints for its header
    int room = list->viewport()->width();
    for (const int column : {Number, Amount, Price})
        room -= std::max(kLeastColumn, view->sizeHintForColumn(column));
    const int drug = std::max(1, view->sizeHintForColumn(Drug));
    const int usage = std::max(1, view->sizeHintForColumn(Usage));
    const int spare = room - drug - usage;
    list->setColumnWidth(Drug, spare >= 0 ? drug + spare / 2 : std::max(0, room) * drug / (drug + usage));
}

/// A cell that says all of its text where it had to be cut.
QTableWidgetItem *explained(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(ui::plainToolTip(text));
    return item;
}

QTableWidgetItem *rightAligned(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString quantityText(const workflow::PreparedLine &line)
{
    return line.quantity ? QString::number(*line.quantity) : QStringLiteral("?");
}

/// "= 42 粒  ¥18.90"
QString amountText(const workflow::PreparedLine &line)
{
    return QStringLiteral("= %1 %2  %3")
        .arg(quantityText(line), line.medication.smallestUnit, priceText(line.price));
}

/// What has to be typed for there to be a quantity is said before the line is taken.
std::optional<workflow::PreparedLine> withMissingQuantity(std::optional<workflow::PreparedLine> line)
{
    if (line && !line->quantity) {
        const auto &error = line->quantity.error();
        line->issues.insert(line->issues.begin(),
                            {Severity::Confirm, error.code, {}, {error.detail, error.detail}});
    }
    return line;
}

bool isFaulty(const workflow::PreparedLine &line)
{
    const bool isBlocked = !line.issues.empty() && line.issues.front().severity == Severity::Block;
    return !line.quantity || isBlocked;
}

} // namespace

OrdersPanel::OrdersPanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_entry(new OrderEntry(visit, this))
    , m_field(new ui::PreviewLineEdit)
    , m_popup(new ui::CandidatePopup(m_field))
    , m_issues(new IssueList)
    , m_issueArea(scrolling(m_issues))
    , m_list(orderList())
    , m_returned(new ui::NoticeLine)
    , m_answer(new QLineEdit(visit->draft().answer))
    , m_checked(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
{
    setObjectName(QStringLiteral("consult.orders"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_field);
    m_field->setObjectName(QStringLiteral("consult.orders.input"));
    m_field->setText(visit->draft().orderText);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    m_issues->installEventFilter(this);
    m_checked->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    m_returned->setObjectName(QStringLiteral("consult.orders.returned"));
    m_answer->setObjectName(QStringLiteral("consult.orders.answer"));
    column->addWidget(new ClockNotice(visit));
    column->addWidget(m_returned);
    column->addWidget(m_field);
    column->addWidget(m_issueArea);
    column->addWidget(m_list, 1);
    column->addWidget(m_answer);
    column->addWidget(m_checked);

    connect(m_field, &QLineEdit::textEdited, m_entry, &OrderEntry::setText);
    connect(m_popup, &ui::CandidatePopup::currentChanged, m_entry, &OrderEntry::setCurrent);
    connect(m_popup, &ui::CandidatePopup::chosen, this, &OrdersPanel::take);
    connect(m_entry, &OrderEntry::candidatesChanged, this, &OrdersPanel::showCandidates);
    connect(m_entry, &OrderEntry::changed, this, &OrdersPanel::showPreview);
    connect(m_issues, &IssueList::reasonEdited, this, &OrdersPanel::setReason);
    connect(visit, &sdk::Visit::medicationsChanged, this, &OrdersPanel::showLines);
    connect(m_issues, &IssueList::splitWanted, this, &OrdersPanel::split);
    connect(m_answer, &QLineEdit::textEdited, visit, &sdk::Visit::setAnswer);
    connect(visit, &sdk::Visit::editableChanged, this, [this] {
        showReturned();
        showLines();
    });
    connect(visit, &sdk::Visit::allergiesChanged, this, &OrdersPanel::showLines);
    connect(visit, &sdk::Visit::attentionRequested, this, &OrdersPanel::attend);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &OrdersPanel::retranslate);
    const auto readAgain = [this] {
        m_entry->setText(m_field->text());
        showLines();
    };
    connect(visit->desk(), &sdk::Desk::terminologyChanged, this, readAgain);
    connect(visit->desk(), &sdk::Desk::referenceChanged, this, readAgain);
    m_entry->setText(visit->draft().orderText);
    m_popup->setCandidates({});
    retranslate();
}

QString OrdersPanel::language() const
{
    return m_visit->desk()->locale().name();
}

QString OrdersPanel::text() const
{
    QStringList names;
    for (const auto &line : sdk::preparedLines(*m_visit))
        names.append(line.medication.name);
    return names.join(QLatin1Char(','));
}

QString OrdersPanel::preview() const
{
    return m_field->preview();
}

QString OrdersPanel::total() const
{
    return sdk::draftTotal(*m_visit).toYuan();
}

QString OrdersPanel::finding() const
{
    return m_issues->gravest();
}

QSize OrdersPanel::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), layout()->totalMinimumHeightForWidth(width())};
}

void OrdersPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void OrdersPanel::showCandidates()
{
    QList<ui::Candidate> candidates;
    for (const auto &medication : m_entry->candidates())
        candidates.append({drugTitle(medication, language()),
                           medication.nameInitials.toUpper(),
                           priceText(medication.packPrice),
                           {}});
    m_popup->setCandidates(candidates);
}

void OrdersPanel::showPreview()
{
    const auto line = m_entry->prepared();
    const auto &unknown = m_entry->line().unknown;
    QString preview;
    if (!unknown.empty())
        preview = tr("not understood: %1").arg(unknown.front());
    else if (line)
        preview = drugName(line->medication, language()) + QStringLiteral("  ")
            + dosageText(line->draft.dosage, m_visit->desk()->reference().dosage, language());
    else if (!m_entry->line().drug.isEmpty())
        preview = tr("no such drug: %1").arg(m_entry->line().drug);
    m_field->setPreview(preview, unknown.empty() && line ? amountText(*line) : QString());
    m_issues->show({sdk::preparedLines(*m_visit), withMissingQuantity(line), sdk::sheetFindings(*m_visit),
                    m_visit->isEditable()},
                   language());
    m_issueArea->setVisible(!m_issues->isEmpty());
}

void OrdersPanel::take()
{
    if (m_entry->add())
        m_field->clear();
    else
        showPreview();
}

void OrdersPanel::showLines()
{
    const auto lines = sdk::preparedLines(*m_visit);
    const bool hasSheets = workflow::linesBySheet(lines).size() > 1;
    m_field->setEnabled(m_visit->canOrder());
    m_list->setRowCount(int(lines.size()));
    for (int row = 0; row < int(lines.size()); ++row) {
        const auto &line = lines[std::size_t(row)];
        const QString number = QString::number(row + 1);
        const int sheet = line.draft.sheet.value_or(1);
        m_list->setItem(row, Number,
                        new QTableWidgetItem(hasSheets ? tr("Rx %1: %2").arg(sheet).arg(number) : number));
        m_list->setItem(row, Drug, explained(drugName(line.medication, language())));
        m_list->setItem(
            row, Usage,
            explained(dosageText(line.draft.dosage, m_visit->desk()->reference().dosage, language())));
        m_list->setItem(row, Amount, rightAligned(quantityText(line)));
        m_list->item(row, Amount)->setData(ui::TableUnitRole, line.medication.smallestUnit);
        m_list->setItem(row, Price, rightAligned(line.price.toYuan()));
        m_list->item(row, Number)->setData(ui::TableSecondaryRole, true);
    }
    fitColumns(m_list);
    showPreview();
    showChecked();
}

void OrdersPanel::showChecked()
{
    const auto &reference = m_visit->desk()->reference();
    const bool wasAsked = m_visit->record().patient.allergyStatus != administration::AllergyStatus::NotAsked;
    const QString allergies = wasAsked ? tr("Allergies checked, rules %1.").arg(reference.allergies.version)
                                       : tr("Allergies not checked: not asked for.");
    const auto today = m_visit->desk()->context().clock->today();
    const auto open = medications::notCheckedAtSigning(reference.prescriptions, today).size();
    const bool hasRules = !medications::checkedAtSigning(reference.prescriptions, today).empty();
    QStringList sentences{allergies};
    if (hasRules)
        sentences.append(tr("Prescription rules %1 checked.").arg(reference.prescriptions.version));
    if (open > 0)
        sentences.append(tr("Rules not checked: %1 (see Safety).").arg(open));
    sentences.append(tr("Interactions, duplicates, dose limits and pregnancy: not checked."));
    m_checked->setText(sentences.join(u' '));
}

void OrdersPanel::showReturned()
{
    const auto *returned = m_visit->returned();
    m_returned->setVisible(returned);
    m_answer->setVisible(returned);
    if (!returned)
        return;
    m_returned->setNotice({ui::Severity::Warn,
                           tr("%1 was returned by the pharmacy").arg(returned->prescription.number),
                           returned->prescription.reviewNote,
                           tr("Change the orders or let them stand, answer below, and sign again."),
                           {}});
    m_returned->setProperty("text", returned->prescription.reviewNote);
    m_answer->setPlaceholderText(tr("Answer: what you changed, or why it stands"));
    m_answer->setAccessibleName(tr("Answer to the pharmacist"));
}

void OrdersPanel::split()
{
    m_visit->setMedications(
        workflow::splitBySheet(m_visit->draft().medications, m_visit->desk()->reference().prescriptions));
}

void OrdersPanel::attend(const QString &field)
{
    if (field == QLatin1String("orderText"))
        m_field->setFocus(Qt::ShortcutFocusReason);
    else if (field == QLatin1String("answer"))
        m_answer->setFocus(Qt::ShortcutFocusReason);
    else if (field == QLatin1String("medications"))
        goToFaultyLine();
}

/// Points at the reason that is missing, else at the first line that cannot be signed as it is.
void OrdersPanel::goToFaultyLine()
{
    if (auto *reason = m_issues->focusMissingReason())
        return m_issueArea->ensureWidgetVisible(reason);
    const auto lines = sdk::preparedLines(*m_visit);
    const auto faulty = std::ranges::find_if(lines, isFaulty);
    if (faulty != lines.end())
        m_list->setCurrentCell(int(faulty - lines.begin()), 0);
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void OrdersPanel::setReason(int line, const QString &reason)
{
    auto medications = m_visit->draft().medications;
    if (line >= int(medications.size()))
        return;
    medications[std::size_t(line)].overrideReason = reason;
    m_visit->setMedications(std::move(medications));
}

void OrdersPanel::removeCurrent()
{
    auto medications = m_visit->draft().medications;
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(medications.size()) || !m_visit->canOrder())
        return;
    medications.erase(medications.begin() + row);
    m_visit->setMedications(std::move(medications));
    if (m_list->rowCount() == 0)
        m_field->setFocus(Qt::OtherFocusReason);
}

void OrdersPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Drug, dose, route, frequency, days in any order: amxl 0.5 po tid 7d"));
    m_field->setToolTip(tr("When needed: x6 for at most six doses. =12 for the quantity, =2 and the pack's "
                           "unit for packs. Enter takes the line."));
    m_field->setAccessibleName(tr("Order line"));
    m_list->setAccessibleName(tr("Ordered drugs"));
    showReturned();
    showLines();
}

bool OrdersPanel::isTakeKey(const QKeyEvent *press) const
{
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    const bool isPlain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isEnter && isPlain && !m_field->text().trimmed().isEmpty();
}

/// The gravest finding is read without scrolling, whatever else wants the room.
void OrdersPanel::claimIssues()
{
    const int needed = m_issues->layout()->totalMinimumSize().height();
    m_issueArea->setMinimumHeight(std::min(needed, kLeastIssues));
}

bool OrdersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_issues && event->type() == QEvent::LayoutRequest)
        claimIssues();
    if (watched == m_list && event->type() == QEvent::Resize)
        fitColumns(m_list);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_field) {
        const bool isTaken = m_popup->handleKey(press);
        if (isTaken || !isTakeKey(press))
            return isTaken;
        take(); // the list was dismissed, what was meant stays the same
        return true;
    }
    if (press->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void OrdersPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace simiao::orders
