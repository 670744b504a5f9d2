#include "support/cut_off.h"
#include "ui/outpatient/surgery.h"
#include "ui/widgets/notice_line.h"

using namespace simiao;
using test::CutOff;
using test::kComplaint;
using test::Surgery;
using ui::ViewState;

/// The physician's screen while the server does not answer.
class TestCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_surgery = std::make_unique<Surgery>();
        m_network = std::make_unique<CutOff>(m_surgery->desk);
    }

    void theQueueStaysWithItsTime()
    {
        m_surgery->show();
        QTRY_COMPARE(rows(), 1);
        const auto readAt = passTenMinutes();

        m_network->cut();
        comeElsewhere();

        QVERIFY(test::isOldSince(queue(), readAt));
        QCOMPARE(rows(), 1);

        m_network->mend();

        QCOMPARE(test::stateAround(queue()).kind, ViewState::Kind::Ready);
        QCOMPARE(rows(), 2);
        QVERIFY(m_surgery->desk.errors.isEmpty());
    }

    void aQueueThatWasEmptySaysThatSomebodyMayHaveCome()
    {
        m_surgery->desk.world().clock->advanceSeconds(24 * 3600);
        m_surgery->show();
        QTRY_COMPARE(test::stateAround(queue()).kind, ViewState::Kind::Empty);
        const auto readAt = passTenMinutes();

        m_network->cut();

        QVERIFY(test::isOldSince(queue(), readAt));
        QCOMPARE(test::stateAround(queue()).cause, QStringLiteral("Nobody waits."));
    }

    void aReadingThatFailedSaysWhyAndOfWhenItsRowsAre()
    {
        m_surgery->show();
        QTRY_COMPARE(rows(), 1);
        const auto readAt = passTenMinutes();

        m_network->refuse({ErrorKind::Corrupt, QStringLiteral("row.hash"), {}});
        comeElsewhere();

        QVERIFY(test::isOldSince(queue(), readAt));
        QCOMPARE(rows(), 1);
        QCOMPARE(test::stateAround(queue()).cause,
                 sdk::errorText({ErrorKind::Corrupt, QStringLiteral("row.hash"), {}}));
    }

    void theChartSaysOfWhenItIsAndThatWritingGoesOn()
    {
        m_surgery->call();
        const auto *age = chartAge();
        QVERIFY(age && !age->isVisible());
        passTenMinutes();

        m_network->cut();

        QVERIFY(age->isVisible());
        QVERIFY(age->notice().text.startsWith(QStringLiteral("data from ")));
        QCOMPARE(age->notice().secondary, QStringLiteral("What you write is kept on this computer."));
        m_surgery->type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
        QCOMPARE(m_surgery->desk.memoryDrafts().drafts().size(), std::size_t(1));
    }

    void theChartIsReadAnewWhenTheServerIsBack()
    {
        m_surgery->call();
        m_network->cut();
        m_surgery->recordAnaphylaxis(m_network->elsewhere());
        QVERIFY(m_surgery->desk.patient->allergies.empty());

        m_network->mend();

        QTRY_COMPARE(m_surgery->desk.patient->allergies.size(), std::size_t(1));
        QVERIFY(!chartAge()->isVisible());
    }

private:
    Instant passTenMinutes()
    {
        const auto before = m_surgery->desk.context().clock->now();
        m_surgery->desk.world().clock->advanceSeconds(600);
        return before;
    }

    /// She is checked in once more, by a desk that reaches the server.
    void comeElsewhere()
    {
        const auto &world = m_surgery->desk.world();
        const auto context = m_network->elsewhere();
        QVERIFY(QCoro::waitFor(workflow::checkIn(context, context.newCommand(),
                                                 {world.patient.id, world.department.id, world.slot.id})));
    }

    QListView *queue() const
    {
        return m_surgery->page->findChild<QListView *>(QStringLiteral("consult.queue"));
    }
    int rows() const { return queue()->model()->rowCount(); }
    const ui::NoticeLine *chartAge() const
    {
        return m_surgery->page->findChild<ui::NoticeLine *>(QStringLiteral("consult.chartAge"));
    }

    std::unique_ptr<Surgery> m_surgery;
    std::unique_ptr<CutOff> m_network;
};

QTEST_MAIN(TestCutOff)
#include "test_cut_off.moc"
