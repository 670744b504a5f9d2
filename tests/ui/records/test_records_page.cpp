#include "core/task_of.h"
#include "records/models/history.h"
#include "records/views/records_page.h"
#include "support/cut_off.h"
#include "support/fake_desk.h"

#include <QLineEdit>
#include <QListView>
#include <QPromise>
#include <QTest>
#include <QTreeView>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// A store beyond a slow network: questions are answered when the test lets them.
class SlowStore : public workflow::Store
{
public:
    explicit SlowStore(std::shared_ptr<workflow::Store> store)
        : m_store(std::move(store))
    {
    }

    void answer()
    {
        for (auto &promise : std::exchange(m_held, {}))
            promise->finish();
    }
    bool isAsked() const { return !m_held.empty(); }

    Task<Result<void>> ask(std::vector<workflow::Question> questions) override
    {
        m_held.push_back(std::make_shared<QPromise<void>>());
        m_held.back()->start();
        return answered(m_store, m_held.back()->future(), std::move(questions));
    }
    Task<Result<workflow::Receipt>> commit(workflow::UnitOfWork work) override
    {
        return m_store->commit(std::move(work));
    }
    Task<Result<std::optional<workflow::Receipt>>> receiptOf(Uuid command) override
    {
        return m_store->receiptOf(command);
    }
    workflow::ChangeFeed *changes() override { return m_store->changes(); }
    void close() override {}

private:
    static Task<Result<void>> answered(std::shared_ptr<workflow::Store> store,
                                       QFuture<void> released,
                                       std::vector<workflow::Question> questions)
    {
        auto waiting = taskOf(released);
        co_await waiting;
        auto asking = store->ask(std::move(questions));
        co_return co_await asking;
    }

    std::shared_ptr<workflow::Store> m_store;
    std::vector<std::shared_ptr<QPromise<void>>> m_held;
};

} // namespace

class TestRecordsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsOfANoteThatNoLongerHoldSaySo()
    {
        test::FakeDesk desk;
        const auto context = desk.context();
        workflow::PatientRecord record;
        for (const auto status : {clinical::CompositionStatus::Final, clinical::CompositionStatus::Amended,
                                  clinical::CompositionStatus::EnteredInError}) {
            clinical::Composition note;
            note.id = context.newId<clinical::Composition>();
            note.status = status;
            note.signedAt = context.clock->now();
            note.sections = {{u"10154-3"_s, u"主诉"_s, codeOf(status)}};
            record.notes.push_back(note);
        }
        clinical::Composition imported;
        imported.id = context.newId<clinical::Composition>();
        record.notes.push_back(imported);

        QStringList kinds;
        for (const auto &entry : records::historyOf(record, context.clock->zone()))
            kinds.append(entry.kind);
        kinds.sort();

        QCOMPARE(kinds,
                 (QStringList{u"Note"_s, u"Note"_s, u"Note, entered in error"_s,
                              u"Note, replaced by a later version"_s}));
    }

    // Who types fast, or reads a card, presses Enter before the list is there.
    void enterBeforeTheAnswerOpensTheFirstOfTheAnswer()
    {
        test::FakeDesk desk;
        const auto store = std::make_shared<SlowStore>(desk.store());
        desk.world().context.store = store;
        records::RecordsPage page(&desk);
        page.resize(1366, 768);
        page.setVisible(true);
        auto *field = page.findChild<QLineEdit *>(u"records.field"_s);
        auto *history = page.findChild<QTreeView *>(u"records.history"_s);
        QVERIFY(field && history);
        QTRY_VERIFY(store->isAsked());
        store->answer(); // who was opened last

        field->setText(desk.world().patient.mrn);
        QTRY_VERIFY(store->isAsked());
        QTest::keyClick(field, Qt::Key_Return);
        const auto opened = [&] {
            store->answer();
            return page.findChild<QListView *>(u"records.people"_s)->currentIndex().isValid()
                && desk.patient.has_value();
        };

        QTRY_VERIFY(opened());
        QCOMPARE(desk.patient->patient.mrn, desk.world().patient.mrn);
    }

    void keepsWhatItKnowsWhileTheServerIsAway()
    {
        test::FakeDesk desk;
        test::CutOff network(desk);
        records::RecordsPage page(&desk);
        page.resize(1366, 768);
        page.setVisible(true);
        auto *field = page.findChild<QLineEdit *>(u"records.field"_s);
        const auto *people = page.findChild<QListView *>(u"records.people"_s);
        const auto *history = page.findChild<QTreeView *>(u"records.history"_s);
        const auto *trail = page.findChild<QTreeView *>(u"records.trail"_s);
        field->setText(desk.world().patient.mrn);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(desk.patient);
        const auto readAt = desk.context().clock->now();

        desk.world().clock->advanceSeconds(600);
        network.cut();

        QVERIFY(test::isOldSince(people, readAt));
        QVERIFY(test::isOldSince(history, readAt));
        QVERIFY(test::isOldSince(trail, readAt));
        QVERIFY(desk.patient);

        network.mend();

        QVERIFY(test::stateAround(people).kind == ui::ViewState::Kind::Ready);
        QVERIFY(test::stateAround(history).kind != ui::ViewState::Kind::Stale);
        QVERIFY(test::stateAround(trail).kind == ui::ViewState::Kind::Ready);
        QVERIFY(desk.errors.isEmpty());
    }
};

QTEST_MAIN(TestRecordsPage)
#include "test_records_page.moc"
