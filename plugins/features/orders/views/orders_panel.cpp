#include "orders/views/orders_panel.h"

#include "orders/models/order_text.h"
#include "orders/views/issue_list.h"
#include "sdk/desk.h"
#include "sdk/prescribed_lines.h"
#include "ui/widgets/candidate_popup.h"
#include "ui/widgets/preview_line_edit.h"
#include "ui/widgets/table_delegate.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace simiao::orders {

namespace {

enum Column { Number, Drug, Usage, Amount, Price, ColumnCount };

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
    list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->horizontalHeader()->setSectionResizeMode(Drug, QHeaderView::Stretch);
    list->horizontalHeader()->setSectionResizeMode(Usage, QHeaderView::Stretch);
    return list;
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

} // namespace

OrdersPanel::OrdersPanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_entry(new OrderEntry(visit, this))
    , m_field(new ui::PreviewLineEdit)
    , m_popup(new ui::CandidatePopup(m_field))
    , m_issues(new IssueList)
    , m_list(orderList())
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
    m_checked->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_issues);
    column->addWidget(m_list, 1);
    column->addWidget(m_checked);

    connect(m_field, &QLineEdit::textEdited, m_entry, &OrderEntry::setText);
    connect(m_popup, &ui::CandidatePopup::currentChanged, m_entry, &OrderEntry::setCurrent);
    connect(m_popup, &ui::CandidatePopup::chosen, this, &OrdersPanel::take);
    connect(m_entry, &OrderEntry::candidatesChanged, this, &OrdersPanel::showCandidates);
    connect(m_entry, &OrderEntry::changed, this, &OrdersPanel::showPreview);
    connect(m_issues, &IssueList::reasonEdited, this, &OrdersPanel::setReason);
    connect(visit, &sdk::Visit::medicationsChanged, this, &OrdersPanel::showLines);
    connect(visit, &sdk::Visit::editableChanged, this, &OrdersPanel::showLines);
    connect(visit, &sdk::Visit::attentionRequested, this, [this](const QString &field) {
        if (field == QLatin1String("orderText"))
            m_field->setFocus(Qt::ShortcutFocusReason);
        else if (field == QLatin1String("medications") && !m_issues->focusMissingReason())
            m_list->setFocus(Qt::ShortcutFocusReason);
    });
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &OrdersPanel::retranslate);
    connect(visit->desk(), &sdk::Desk::terminologyChanged, this, [this] {
        m_entry->setText(m_field->text());
        showLines();
    });
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
        preview = QStringLiteral("%1  %2  = %3 %4  %5")
                      .arg(drugName(line->medication, language()),
                           dosageText(line->draft.dosage, m_visit->desk()->reference().dosage, language()),
                           quantityText(*line), line->medication.smallestUnit, priceText(line->price));
    else if (!m_entry->line().drug.isEmpty())
        preview = tr("no such drug: %1").arg(m_entry->line().drug);
    m_field->setPreview(preview);
    m_issues->show(sdk::preparedLines(*m_visit), line, language());
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
    m_field->setEnabled(m_visit->isEditable());
    m_list->setRowCount(int(lines.size()));
    for (int row = 0; row < int(lines.size()); ++row) {
        const auto &line = lines[std::size_t(row)];
        m_list->setItem(row, Number, new QTableWidgetItem(QString::number(row + 1)));
        m_list->setItem(row, Drug, new QTableWidgetItem(drugName(line.medication, language())));
        m_list->setItem(row, Usage,
                        new QTableWidgetItem(
                            dosageText(line.draft.dosage, m_visit->desk()->reference().dosage, language())));
        m_list->setItem(row, Amount, rightAligned(quantityText(line)));
        m_list->item(row, Amount)->setData(ui::TableUnitRole, line.medication.smallestUnit);
        m_list->setItem(row, Price, rightAligned(line.price.toYuan()));
        m_list->item(row, Number)->setData(ui::TableSecondaryRole, true);
    }
    showPreview();
    showChecked();
}

void OrdersPanel::showChecked()
{
    const auto &reference = m_visit->desk()->reference();
    const bool wasAsked = m_visit->record().patient.allergyStatus != administration::AllergyStatus::NotAsked;
    const QString allergies = wasAsked ? tr("Allergies checked, rules %1.").arg(reference.allergies.version)
                                       : tr("Allergies not checked: not asked for.");
    m_checked->setText(allergies + u' '
                       + tr("Interactions, duplicates, dose limits and pregnancy: not checked."));
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
    if (row < 0 || row >= int(medications.size()) || !m_visit->isEditable())
        return;
    medications.erase(medications.begin() + row);
    m_visit->setMedications(std::move(medications));
    if (m_list->rowCount() == 0)
        m_field->setFocus(Qt::OtherFocusReason);
}

void OrdersPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Drug, dose, route, frequency, days in any order: amxl 0.5 po tid 7d"));
    m_field->setAccessibleName(tr("Order line"));
    m_list->setAccessibleName(tr("Ordered drugs"));
    showLines();
}

bool OrdersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_field)
        return m_popup->handleKey(press);
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
