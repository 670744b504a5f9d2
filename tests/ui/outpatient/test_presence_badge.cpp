#include "ui/outpatient/surgery.h"
#include "workflow/ports/presence.h"

#include <set>

using namespace simiao;
using test::kComplaint;
using test::Surgery;

namespace {

/// What the page said of itself, and what it is told of the others.
class FakePresence : public workflow::Presence
{
public:
    using Presence::Presence;

    void announce(const workflow::Announcement &announcement) override { announced.push_back(announcement); }
    void withdraw(Uuid subject) override
    {
        std::erase_if(announced, [&](const auto &one) { return one.subject == subject; });
    }
    void watch(Uuid subject) override { watched.insert(subject); }
    void unwatch(Uuid subject) override { watched.erase(subject); }
    std::vector<workflow::Present> others(Uuid) const override { return present; }

    void tell(std::vector<workflow::Present> others)
    {
        present = std::move(others);
        Q_EMIT changed(*watched.begin());
    }

    std::vector<workflow::Announcement> announced;
    std::set<Uuid> watched;
    std::vector<workflow::Present> present;
};

} // namespace

class TestPresenceBadge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_surgery = std::make_unique<Surgery>();
        m_presence = new FakePresence(m_surgery->desk.store()->changes());
        m_surgery->call();
    }

    void nothingIsSaidBeforeTheFirstWord()
    {
        QVERIFY(m_presence->announced.empty());
        QCOMPARE(m_presence->watched.size(), 1U);

        m_surgery->type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("co"));

        QCOMPARE(m_presence->announced.size(), 1U);
        QCOMPARE(m_presence->announced.front().account, m_surgery->desk.context().session.account);
        QCOMPARE(m_presence->announced.front().subject, *m_presence->watched.begin());
    }

    void saysWhoElseWritesAndIsQuietAgain()
    {
        auto *line = m_surgery->child(QStringLiteral("consult.presence"));
        QVERIFY(!line->isVisible());

        m_presence->tell({{{}, {QStringLiteral("Li Mingyuan"), {}}, QStringLiteral("ROOM-203"), {}}});
        QVERIFY(line->isVisible());
        QVERIFY(m_surgery->text(QStringLiteral("consult.presence")).contains(QStringLiteral("Li Mingyuan")));
        QVERIFY(m_surgery->child(QStringLiteral("consult.note.") + kComplaint)->hasFocus());

        m_presence->tell({});
        QVERIFY(!line->isVisible());
    }

    void allItsWordsAreReadInASmallWindow()
    {
        auto *line = m_surgery->child(QStringLiteral("consult.presence"));
        const auto *header = line->parentWidget();
        m_surgery->page->resize(683, 384);
        QCoreApplication::processEvents();

        m_presence->tell({{{}, {QStringLiteral("Li Mingyuan"), {}}, QStringLiteral("ROOM-203"), {}}});

        QTRY_VERIFY(line->isVisible() && line->width() >= line->sizeHint().width());
        QVERIFY(line->parentWidget() != header);
        QVERIFY(line->window()->rect().contains({line->mapTo(line->window(), QPoint()), line->size()}));
        if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
            m_surgery->page->grab().save(qEnvironmentVariable("SIMIAO_GRABS")
                                         + QStringLiteral("/presence-683.png"));

        m_presence->tell({});
        QTRY_VERIFY(!line->isVisible());
        QVERIFY(header->isAncestorOf(line));
        m_presence->tell({{{}, {QStringLiteral("Li Mingyuan"), {}}, QStringLiteral("ROOM-203"), {}}});
        m_surgery->page->resize(1900, 700);
        QTRY_VERIFY(header->isAncestorOf(line) && line->isVisible());
        QTRY_VERIFY(line->width() >= line->sizeHint().width());
    }

    void herOwnLeaseOfBeforeACrashIsNobody()
    {
        const auto session = m_surgery->desk.context().session;
        m_presence->tell({{session.account, {QStringLiteral("Me"), {}}, session.workstation, {}}});
        QVERIFY(!m_surgery->child(QStringLiteral("consult.presence"))->isVisible());

        m_presence->tell({{session.account, {QStringLiteral("Me"), {}}, QStringLiteral("ROOM-204"), {}}});
        QVERIFY(m_surgery->child(QStringLiteral("consult.presence"))->isVisible());
    }

    void endsWithTheSignature()
    {
        m_surgery->sign();

        QTRY_VERIFY(m_presence->announced.empty());
        QVERIFY(m_presence->watched.empty());
    }

    void endsWithThePageAndComesBackWithTheDraft()
    {
        m_surgery->type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("co"));
        m_surgery->page.reset();
        QVERIFY(m_presence->announced.empty());
        QVERIFY(m_presence->watched.empty());

        m_surgery->call();
        QCOMPARE(m_presence->announced.size(), 1U);
    }

private:
    std::unique_ptr<Surgery> m_surgery;
    FakePresence *m_presence = nullptr;
};

QTEST_MAIN(TestPresenceBadge)
#include "test_presence_badge.moc"
