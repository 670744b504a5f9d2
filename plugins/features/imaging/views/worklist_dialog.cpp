#include "imaging/views/worklist_dialog.h"

#include "sdk/desk.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/table_delegate.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize{960, 560};
constexpr int kLongestName = 64; // characters of a component of a name (PS3.5 6.2)
constexpr int kLongestCode = 16; // of a code string and of an AE title

QLineEdit *field(const char *name, int longest)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    edit->setMaxLength(longest);
    return edit;
}

QDateEdit *day(const char *name, const QDate &date)
{
    auto *edit = new QDateEdit(date);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    return edit;
}

QPushButton *button(const char *name)
{
    auto *made = new QPushButton;
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false); // Enter belongs to the field or the list that has the focus
    return made;
}

QTableView *tableOf(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("imaging.worklist.steps"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setModel(model);
    table->verticalHeader()->hide();
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(WorklistTable::Step, QHeaderView::Stretch);
    header->resizeSection(WorklistTable::When, 140);
    header->resizeSection(WorklistTable::Modality, 60);
    header->resizeSection(WorklistTable::Station, 110);
    header->resizeSection(WorklistTable::Patient, 270);
    header->resizeSection(WorklistTable::Accession, 130);
    return table;
}

} // namespace

WorklistDialog::WorklistDialog(WorklistSearch *search, const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_search(search)
    , m_model(new WorklistTable(this))
    , m_server(new QComboBox)
    , m_from(day("imaging.worklist.from", today))
    , m_to(day("imaging.worklist.to", today))
    , m_modality(field("imaging.worklist.modality", kLongestCode))
    , m_station(field("imaging.worklist.station", kLongestCode))
    , m_name(field("imaging.worklist.name", kLongestName))
    , m_table(tableOf(m_model))
    , m_state(new ui::StateView(m_table))
    , m_ask(button("imaging.worklist.ask"))
    , m_stop(button("imaging.worklist.stop"))
    , m_copy(button("imaging.worklist.copy"))
    , m_close(button("imaging.worklist.close"))
{
    setObjectName(QStringLiteral("imaging.worklistDialog"));
    m_server->setObjectName(QStringLiteral("imaging.worklist.which"));
    for (const auto &server : search->servers())
        m_server->addItem(server->displayName());
    layOut();
    for (auto *part : QWidgetList{m_from, m_to, m_modality, m_station, m_name, m_table})
        part->installEventFilter(this);
    connect(m_ask, &QPushButton::clicked, this, &WorklistDialog::ask);
    connect(m_stop, &QPushButton::clicked, search, &WorklistSearch::stop);
    connect(m_copy, &QPushButton::clicked, this, &WorklistDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_server, &QComboBox::activated, this, &WorklistDialog::ask);
    connect(m_state, &ui::StateView::actionTriggered, search, &WorklistSearch::retry);
    connect(search, &WorklistSearch::changed, this, &WorklistDialog::follow);
    retranslate();
    resize(kSize);
    m_name->setFocus();
    ask();
}

void WorklistDialog::layOut()
{
    m_rows = {new ui::LabelRow({}, m_server),  new ui::LabelRow({}, m_from),
              new ui::LabelRow({}, m_to),      new ui::LabelRow({}, m_modality),
              new ui::LabelRow({}, m_station), new ui::LabelRow({}, m_name)};
    auto *form = new QGridLayout; // two columns: the list below needs the height
    for (int row = 0; row < int(m_rows.size()); ++row)
        form->addWidget(m_rows.at(row), row / 2, row % 2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ask);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_state, 1);
    column->addLayout(buttons);
    // The order of the form, then the list, then the buttons.
    QWidget *before = m_server;
    for (auto *next :
         QWidgetList{m_from, m_to, m_modality, m_station, m_name, m_table, m_ask, m_stop, m_copy, m_close}) {
        setTabOrder(before, next);
        before = next;
    }
}

void WorklistDialog::retranslate()
{
    setWindowTitle(tr("Modality worklist"));
    m_rows[0]->setLabel(tr("Worklist"));
    m_rows[1]->setLabel(tr("From"));
    m_rows[2]->setLabel(tr("To"));
    m_rows[3]->setLabel(tr("Modality"));
    m_rows[4]->setLabel(tr("Station AE"));
    m_rows[5]->setLabel(tr("Name"));
    ui::LabelRow::align(m_rows);
    m_modality->setPlaceholderText(tr("such as CT, MR, DX"));
    m_station->setPlaceholderText(tr("such as CT1; * for any signs"));
    m_name->setPlaceholderText(tr("such as 王小明 or Wang^Xiao*"));
    m_ask->setText(tr("Search"));
    m_stop->setText(tr("Stop"));
    m_copy->setText(tr("Copy the row"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("Planned examinations"));
    m_model->refresh();
    follow();
}

void WorklistDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// A period typed the wrong way round means the same days.
void WorklistDialog::ask()
{
    workflow::WorklistQuery query;
    query.from = qMin(m_from->date(), m_to->date());
    query.to = qMax(m_from->date(), m_to->date());
    query.modality = m_modality->text().trimmed().toUpper();
    query.stationAeTitle = m_station->text().trimmed();
    query.patientName = m_name->text().trimmed();
    m_search->ask(std::size_t(m_server->currentIndex()), query);
}

ui::ViewState WorklistDialog::state() const
{
    if (m_search->isAsking())
        return ui::ViewState::loading(-1, tr("Asking %1…").arg(m_server->currentText()));
    if (m_search->error() && m_search->error()->kind == ErrorKind::Cancelled)
        return ui::ViewState::empty(tr("You stopped it"), tr("Search again when you like."));
    if (m_search->error())
        return ui::ViewState::error(sdk::errorText(*m_search->error()), {}, tr("Try again"), false);
    const auto &found = m_search->found();
    if (found.steps.empty())
        return ui::ViewState::empty(tr("Nothing of this kind is planned"),
                                    tr("Look at other days, or leave fields empty."));
    return found.isPartial ? ui::ViewState::partial(qint64(found.steps.size()), 0) : ui::ViewState::ready();
}

void WorklistDialog::follow()
{
    m_model->replace(m_search->found().steps);
    m_state->setState(state());
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_stop->setEnabled(m_search->isAsking());
}

void WorklistDialog::copy()
{
    if (m_table->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->line(m_table->currentIndex().row()));
}

bool WorklistDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto *pressed = static_cast<QKeyEvent *>(event);
    const bool isList = watched == m_table;
    const bool isDay = watched == m_from || watched == m_to; // there the arrows change the day
    if (pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter) {
        isList ? copy() : ask();
        return true;
    }
    if (isList && pressed->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (pressed->key() == Qt::Key_Down && !isList && !isDay && m_model->rowCount() > 0) {
        m_table->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

QString WorklistDialog::text() const
{
    const auto current = state();
    return u"%1 %2 %3"_s.arg(describe(current, locale(), QDate::currentDate()).lead, current.cause)
        .arg(m_model->rowCount());
}

} // namespace simiao::viewer
