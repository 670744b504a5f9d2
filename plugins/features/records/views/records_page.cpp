#include "records/views/records_page.h"

#include "records/views/break_glass_panel.h"
#include "sdk/command.h"
#include "sdk/known_state.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/table_delegate.h"

#include <QAction>
#include <QCoroTask>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace simiao::records {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFinderWidth = 300;
constexpr int kTrailWidth = 320;
constexpr int kRecent = 20;
constexpr int kTrailLines = 100;
constexpr int kDayWidth = 96;
constexpr int kKindWidth = 150;

QTreeView *newTable(const QString &name, QAbstractItemModel *model)
{
    auto *table = new QTreeView;
    table->setObjectName(name);
    table->setModel(model);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

QWidget *column(std::initializer_list<QWidget *> parts)
{
    auto *box = new QWidget;
    box->setBackgroundRole(QPalette::Base);
    box->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    for (auto *part : parts)
        rows->addWidget(part);
    return box;
}

sdk::BannerPatient bannerOf(const workflow::PatientRecord &record)
{
    sdk::BannerPatient banner{record.patient, record.allergies, std::nullopt};
    const auto weight = std::ranges::find(record.observations, diagnostics::kBodyWeight,
                                          [](const auto &observation) { return observation.code.code; });
    if (weight != record.observations.end())
        banner.weight = weight->value;
    return banner;
}

} // namespace

RecordsPage::RecordsPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_search(new sdk::PatientSearch(desk, this))
    , m_recent(new sdk::PatientListModel(this))
    , m_history(new HistoryModel(this))
    , m_trail(new TrailModel(desk->context().clock->zone(), this))
    , m_finderHeader(new ui::PanelHeader({}))
    , m_recordHeader(new ui::PanelHeader({}))
    , m_trailHeader(new ui::PanelHeader({}))
    , m_field(new QLineEdit)
    , m_people(new QListView)
    , m_peopleState(new ui::StateView(m_people))
    , m_entries(newTable(u"records.history"_s, m_history))
    , m_text(new QPlainTextEdit)
    , m_recordState(nullptr)
    , m_breakGlass(new BreakGlassPanel)
    , m_trailList(newTable(u"records.trail"_s, m_trail))
    , m_trailState(new ui::StateView(m_trailList))
    , m_findAction(sdk::makeCommand(desk, this, u"records.find"_s, u"Ctrl+F"_s))
    , m_restrict(sdk::makeCommand(desk, this, u"records.restrict"_s, u"F7"_s))
    , m_recordKnown(new sdk::KnownState(desk, this))
    , m_trailKnown(new sdk::KnownState(desk, this))
    , m_recentKnown(new sdk::KnownState(desk, this))
{
    setObjectName(u"records.page"_s);
    m_field->setObjectName(u"records.field"_s);
    m_people->setObjectName(u"records.people"_s);
    m_text->setObjectName(u"records.text"_s);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(ui::SimiaoStyle::tokens(this).rhythm.gap); // below the table's text
    m_recent->setToday(desk->context().clock->today());
    m_recent->setSettings(desk->settings());
    connect(desk, &sdk::Desk::settingsChanged, m_recent,
            [this] { m_recent->setSettings(m_desk->settings()); });
    setFocusProxy(m_field);
    layOut();
    connectParts();
    retranslate();
    clear();
    showRecent();
}

QWidget *RecordsPage::makeFinder()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_people->setFrameShape(QFrame::NoFrame);
    m_people->setUniformItemSizes(true);
    m_people->setItemDelegate(new ui::CandidateDelegate(m_people));
    auto *aired = new QWidget;
    auto *air = new QVBoxLayout(aired);
    air->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    air->addWidget(m_field);
    m_finderHeader->setKeyTrailing(true);
    m_finderHeader->followKey(m_findAction);
    auto *box = column({m_finderHeader, aired, m_peopleState});
    box->layout()->setAlignment(m_peopleState, {});
    static_cast<QVBoxLayout *>(box->layout())->setStretch(2, 1);
    return box;
}

QWidget *RecordsPage::makeMiddle()
{
    auto *record = new QSplitter(Qt::Vertical);
    record->setObjectName(u"records.middle"_s);
    record->addWidget(m_entries);
    record->addWidget(m_text);
    record->setSizes({3, 2});
    m_entries->header()->resizeSection(0, kDayWidth);
    m_entries->header()->resizeSection(1, kKindWidth);
    m_recordState = new ui::StateView(record);
    auto *pages = new QWidget;
    m_middle = new QStackedLayout(pages);
    m_middle->addWidget(m_recordState);
    m_middle->addWidget(m_breakGlass);
    auto *box = column({m_recordHeader, pages});
    static_cast<QVBoxLayout *>(box->layout())->setStretch(1, 1);
    return box;
}

QWidget *RecordsPage::makeRight()
{
    auto *box = column({m_trailHeader, m_trailState});
    static_cast<QVBoxLayout *>(box->layout())->setStretch(1, 1);
    return box;
}

QWidget *RecordsPage::makeActionBar()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    row->addWidget(new ui::ActionButton(m_findAction));
    row->addWidget(new ui::ActionButton(m_restrict));
    row->addStretch(1);
    return bar;
}

void RecordsPage::layOut()
{
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(u"records.columns"_s);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeFinder());
    columns->addWidget(makeMiddle());
    columns->addWidget(makeRight());
    columns->setStretchFactor(1, 1);
    columns->setSizes({kFinderWidth, width(), kTrailWidth});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(columns, 1);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(makeActionBar());
}

void RecordsPage::connectParts()
{
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, m_search, &sdk::PatientSearch::setText);
    connect(m_search, &sdk::PatientSearch::stateChanged, this, &RecordsPage::showFound);
    connect(m_recentKnown, &sdk::KnownState::changed, this, &RecordsPage::showFound);
    connect(m_recentKnown, &sdk::KnownState::rereadWanted, this, &RecordsPage::showRecent);
    m_recordKnown->showIn(m_recordState);
    connect(m_recordKnown, &sdk::KnownState::rereadWanted, this, &RecordsPage::readRecord);
    m_trailKnown->showIn(m_trailState);
    connect(m_trailKnown, &sdk::KnownState::rereadWanted, this, &RecordsPage::readTrail);
    connect(m_search, &sdk::PatientSearch::answered, this, [this] {
        if (m_people->model() && m_people->model()->rowCount() > 0)
            m_people->setCurrentIndex(m_people->model()->index(0, 0));
        if (std::exchange(m_entersWhenAnswered, false))
            choose(m_people->currentIndex());
    });
    connect(m_peopleState, &ui::StateView::actionTriggered, this, [this] {
        if (m_people->model() == m_recent)
            showRecent();
        else
            m_search->act();
    });
    connect(m_people, &QListView::activated, this, &RecordsPage::choose);
    connect(m_entries->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordsPage::showEntry);
    connect(m_breakGlass, &BreakGlassPanel::chosen, this, [this](workflow::BreakGlassReason reason) {
        if (m_patient)
            open(*m_patient, reason);
    });
    connect(m_findAction, &QAction::triggered, this, &RecordsPage::find);
    connect(m_restrict, &QAction::triggered, this, &RecordsPage::toggleRestriction);
    connect(m_desk, &sdk::Desk::languageChanged, this, &RecordsPage::retranslate);
}

/// While nothing is typed the list holds who was opened last.
void RecordsPage::showFound()
{
    const bool isSearching = !m_search->text().isEmpty();
    auto *model = isSearching ? m_search->results() : m_recent;
    if (m_people->model() != model)
        m_people->setModel(model);
    const bool hasRecent = m_recent->rowCount() > 0;
    m_peopleState->setState(isSearching || !hasRecent ? m_search->state() : m_recentKnown->state());
    m_finderHeader->setTitle(isSearching || !hasRecent ? tr("Find a patient") : tr("Opened last"));
}

void RecordsPage::showRecent()
{
    QCoro::connect(workflow::recentPatients(m_desk->context(), kRecent), this,
                   [this](const Result<std::vector<administration::Patient>> &recent) {
                       if (!recent)
                           return m_recentKnown->fail(recent.error());
                       m_recent->replace(*recent);
                       m_recentKnown->take(ui::ViewState::ready());
                       showFound();
                   });
}

void RecordsPage::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto &patient = static_cast<const sdk::PatientListModel *>(m_people->model())->at(index.row());
    open(patient.id, {});
}

void RecordsPage::open(Id<administration::Patient> patient, std::optional<workflow::BreakGlassReason> reason)
{
    clear();
    m_patient = patient;
    m_reason = reason;
    m_recordKnown->forget();
    readRecord();
}

void RecordsPage::readRecord()
{
    if (!m_patient)
        return;
    QCoro::connect(workflow::openPatientRecord(m_desk->context(), *m_patient, m_reason), this,
                   [this, patient = *m_patient](Result<workflow::PatientRecord> record) {
                       if (m_patient != patient)
                           return; // another was chosen meanwhile
                       if (record)
                           show(*std::move(record));
                       else
                           refuse(record.error());
                   });
}

void RecordsPage::show(workflow::PatientRecord record)
{
    const bool isReread = m_record.has_value();
    m_record = std::move(record);
    m_desk->showPatient(bannerOf(*m_record));
    showHistory();
    m_recordKnown->take(m_history->rowCount() > 0
                            ? ui::ViewState::ready()
                            : ui::ViewState::empty(tr("Nothing is on record of this person here."),
                                                   tr("Records of other hospitals are not connected.")));
    if (m_history->rowCount() > 0 && !m_entries->currentIndex().isValid())
        m_entries->setCurrentIndex(m_history->index(0, 0));
    if (!isReread) // else whoever reads or types elsewhere is left alone
        m_entries->setFocus(Qt::OtherFocusReason);
    m_restrict->setEnabled(true);
    nameRestriction();
    readTrail();
    showRecent();
}

void RecordsPage::showHistory()
{
    m_history->replace(historyOf(*m_record, m_desk->context().clock->zone()));
}

void RecordsPage::nameRestriction()
{
    const bool isRestricted = m_record && m_record->patient.confidentiality;
    m_restrict->setText(isRestricted ? tr("Lift the restriction") : tr("Restrict the record"));
}

void RecordsPage::showEntry(const QModelIndex &index)
{
    if (!index.isValid())
        return m_text->clear();
    const auto &entry = m_history->at(index.row());
    m_text->setPlainText(QStringList{entry.title, entry.text}.join(u'\n').trimmed());
}

void RecordsPage::refuse(const Error &error)
{
    if (error.code == "record.restricted"_L1) {
        m_middle->setCurrentWidget(m_breakGlass);
        m_breakGlass->ask();
        return;
    }
    m_recordKnown->fail(error);
}

void RecordsPage::readTrail()
{
    if (!m_patient)
        return;
    QCoro::connect(workflow::recordTrail(m_desk->context(), *m_patient, kTrailLines), this,
                   [this](const Result<std::vector<workflow::RecordAccess>> &trail) { showTrail(trail); });
}

void RecordsPage::showTrail(const Result<std::vector<workflow::RecordAccess>> &trail)
{
    if (!trail)
        return m_trailKnown->fail(trail.error());
    m_trail->replace(*trail);
    m_trailKnown->take(ui::ViewState::ready());
}

void RecordsPage::toggleRestriction()
{
    if (!m_record)
        return;
    using administration::Confidentiality;
    const auto to =
        m_record->patient.confidentiality ? std::nullopt : std::optional(Confidentiality::Restricted);
    const auto context = m_desk->context();
    QCoro::connect(
        workflow::restrictRecord(context, context.newCommand(), m_record->patient.id, to, m_reason), this,
        [this](const Result<administration::Patient> &patient) {
            if (!patient)
                return m_desk->showError(patient.error());
            m_record->patient = *patient;
            m_desk->showPatient(bannerOf(*m_record));
            m_desk->showDone(patient->confidentiality ? tr("The record is restricted now.")
                                                      : tr("The record is open again."));
            retranslate();
            readTrail();
        });
}

void RecordsPage::clear()
{
    m_record.reset();
    m_patient.reset();
    m_desk->showPatient({});
    m_history->replace({});
    m_trail->replace({});
    m_text->clear();
    m_middle->setCurrentWidget(m_recordState);
    m_restrict->setEnabled(false);
    m_recordKnown->forget(
        ui::ViewState::empty(tr("No record is open."), tr("Look for a person at the left and press Enter.")));
    m_trailKnown->forget(ui::ViewState::empty(tr("No record is open."), {}));
}

void RecordsPage::find()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

/// From the field the arrows and Enter go on in the list; Enter also in one that is still awaited.
bool RecordsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress || !m_people->model())
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        m_people->setFocus(Qt::TabFocusReason);
        if (!m_people->currentIndex().isValid())
            m_people->setCurrentIndex(m_people->model()->index(0, 0));
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter)
        m_entersWhenAnswered = m_search->isRunning();
    if (isEnter && !m_entersWhenAnswered)
        choose(m_people->currentIndex());
    return isEnter;
}

void RecordsPage::retranslate()
{
    m_findAction->setText(tr("Find"));
    nameRestriction();
    m_recordHeader->setTitle(tr("History"));
    m_trailHeader->setTitle(tr("Who opened this record"));
    m_field->setPlaceholderText(tr("Name, pinyin, MRN, ID, end of phone"));
    m_field->setAccessibleName(tr("Find a patient"));
    m_people->setAccessibleName(tr("Patients"));
    m_entries->setAccessibleName(tr("History"));
    m_text->setAccessibleName(tr("Entry"));
    m_trailList->setAccessibleName(tr("Who opened this record"));
    m_breakGlass->retranslate();
    m_recent->refresh();
    m_trail->refresh();
    if (m_record)
        showHistory();
    showFound();
}

} // namespace simiao::records
