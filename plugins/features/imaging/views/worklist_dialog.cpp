#include "imaging/views/worklist_dialog.h"

#include "imaging/views/search_parts.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/state_view.h"

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

QDateEdit *day(const char *name, const QDate &date)
{
    auto *edit = new QDateEdit(date);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    return edit;
}

QTableView *tableOf(QAbstractItemModel *model)
{
    auto *table = answerTable(QStringLiteral("imaging.worklist.steps"), model);
    auto *header = table->horizontalHeader();
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
    , m_modality(searchField(u"imaging.worklist.modality"_s, kLongestCode))
    , m_station(searchField(u"imaging.worklist.station"_s, kLongestCode))
    , m_name(searchField(u"imaging.worklist.name"_s, kLongestName))
    , m_table(tableOf(m_model))
    , m_state(new ui::StateView(m_table))
    , m_ask(searchButton(u"imaging.worklist.ask"_s))
    , m_stop(searchButton(u"imaging.worklist.stop"_s))
    , m_copy(searchButton(u"imaging.worklist.copy"_s))
    , m_close(searchButton(u"imaging.worklist.close"_s))
{
    setObjectName(QStringLiteral("imaging.worklistDialog"));
    m_server->setObjectName(QStringLiteral("imaging.worklist.which"));
    for (const auto &server : search->servers())
        m_server->addItem(server->displayName());
    layOut();
    for (auto *part : QWidgetList{m_modality, m_from, m_to, m_station, m_name, m_table})
        part->installEventFilter(this);
    connect(m_ask, &QPushButton::clicked, this, &WorklistDialog::ask);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_search->stop();
        m_name->setFocus(); // the button goes out, and its neighbour closes the window
    });
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
    m_rows = {new ui::LabelRow({}, m_server), new ui::LabelRow({}, m_modality), new ui::LabelRow({}, m_from),
              new ui::LabelRow({}, m_to),     new ui::LabelRow({}, m_station),  new ui::LabelRow({}, m_name)};
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
         QWidgetList{m_modality, m_from, m_to, m_station, m_name, m_table, m_ask, m_stop, m_copy, m_close}) {
        setTabOrder(before, next);
        before = next;
    }
}

void WorklistDialog::retranslate()
{
    setWindowTitle(tr("Modality worklist"));
    m_rows[0]->setLabel(tr("Worklist"));
    m_rows[1]->setLabel(tr("Modality"));
    m_rows[2]->setLabel(tr("From"));
    m_rows[3]->setLabel(tr("To"));
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
    if (const auto waiting = unanswered(*m_search, m_server->currentText()))
        return *waiting;
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
    const bool isList = watched == m_table;
    const bool isDay = watched == m_from || watched == m_to; // there the arrows change the day
    if (isList && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    switch (searchKey(event, isList, !isDay && m_model->rowCount() > 0)) {
    case SearchKey::None: return QDialog::eventFilter(watched, event);
    case SearchKey::Ask: ask(); break;
    case SearchKey::Act: copy(); break;
    case SearchKey::ToList: m_table->setFocus(); break;
    }
    return true;
}

QString WorklistDialog::text() const
{
    const auto current = state();
    return u"%1 %2 %3"_s.arg(describe(current, locale(), QDate::currentDate()).lead, current.cause)
        .arg(m_model->rowCount());
}

} // namespace simiao::viewer
