#include "cashier/views/charges_panel.h"

#include "cashier/models/words.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/table_delegate.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::cashier {

namespace {

constexpr int kQuantityWidth = 110;
constexpr int kAmountWidth = 130;

QTableView *tableOf(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("cashier.charges"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setFocusPolicy(Qt::NoFocus); // to read; nothing to choose yet
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setModel(model);
    table->verticalHeader()->hide();
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kQuantityWidth / 2);
    header->setSectionResizeMode(ChargeTableModel::Description, QHeaderView::Stretch);
    header->setSectionResizeMode(ChargeTableModel::Quantity, QHeaderView::Fixed);
    header->setSectionResizeMode(ChargeTableModel::Amount, QHeaderView::Fixed);
    header->resizeSection(ChargeTableModel::Quantity, kQuantityWidth);
    header->resizeSection(ChargeTableModel::Amount, kAmountWidth);
    return table;
}

} // namespace

ChargesPanel::ChargesPanel(Till *till, QWidget *parent)
    : QWidget(parent)
    , m_till(till)
    , m_header(new ui::PanelHeader({}))
    , m_visit(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_withdrawn(new ui::NoticeLine)
    , m_table(tableOf(till->charges()))
    , m_state(new ui::StateView(m_table))
{
    m_visit->setObjectName(QStringLiteral("cashier.visit"));
    m_withdrawn->setObjectName(QStringLiteral("cashier.withdrawn"));
    m_withdrawn->hide();
    m_header->addTrailing(m_visit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_withdrawn);
    column->addWidget(m_state, 1);
    connect(till, &Till::changed, this, &ChargesPanel::showCharges);
    connect(m_state, &ui::StateView::actionTriggered, till, &Till::reload);
    retranslate();
}

void ChargesPanel::retranslate()
{
    m_header->setTitle(tr("Charges"));
    m_table->setAccessibleName(tr("Charges"));
    showCharges();
}

void ChargesPanel::showCharges()
{
    const auto &current = m_till->current();
    const auto &colours = ui::SimiaoStyle::tokens(this).colours;
    m_header->setPatientColour(current ? std::optional(ui::patientColour(current->patient.mrn, colours))
                                       : std::nullopt);
    m_visit->setText(current ? tr("%1 · visit %2").arg(current->patient.name, current->encounter.visitNumber)
                             : QString());
    m_state->setState(m_till->chargesState());
    showWithdrawn();
}

void ChargesPanel::showWithdrawn()
{
    const auto &desk = *m_till->desk();
    QStringList lines;
    for (const auto &[prescription, by] : m_till->withdrawn())
        lines.append(tr("%1 by %2 at %3")
                         .arg(prescription.number, by.in(desk.locale().name()),
                              Words::time(prescription.recordedAt, *desk.context().clock)));
    const QString text = lines.join(tr(", "));
    m_withdrawn->setNotice(
        {ui::Severity::Warn, tr("Withdrawn"), text, tr("Nothing of it is to be paid."), {}});
    m_withdrawn->setProperty("text", text);
    m_withdrawn->setVisible(!lines.isEmpty());
}

} // namespace simiao::cashier
