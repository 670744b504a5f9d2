#include "host/plugin_guard.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::host;
using namespace Qt::StringLiterals;

class TestPluginGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesNobodyAtFirst() { QVERIFY(aGuard().culprit().isEmpty()); }

    void namesWhoEndedTheProgramTwiceInARow()
    {
        const auto first = aGuard();
        first.enter(u"orders"_s);
        first.enter(u"imaging"_s);
        const auto second = aGuard();
        QVERIFY(second.culprit().isEmpty()); // it may have been anything
        second.enter(u"orders"_s);
        second.enter(u"imaging"_s);

        QCOMPARE(aGuard().culprit(), u"imaging"_s);
    }

    void theNextOneIsNotBlamedForTheLast()
    {
        aGuard().enter(u"orders"_s);
        aGuard().enter(u"imaging"_s);

        QVERIFY(aGuard().culprit().isEmpty());
    }

    void namesAtOnceWhoDidNotComeBack()
    {
        const auto before = aGuard();
        before.enter(u"imaging"_s);
        before.blame();

        QCOMPARE(aGuard().culprit(), u"imaging"_s);
    }

    void aBlameThatComesTooLateIsOfNobody()
    {
        const auto before = aGuard();
        before.enter(u"orders"_s);
        before.leave();
        before.blame();

        QVERIFY(aGuard().culprit().isEmpty());
        aGuard().enter(u"imaging"_s);
        QVERIFY(aGuard().culprit().isEmpty());
    }

    void namesNobodyAfterAGoodEnd()
    {
        const auto before = aGuard();
        before.enter(u"orders"_s);
        before.leave();

        QVERIFY(aGuard().culprit().isEmpty());
    }

    void aFolderThatIsGoneKeepsNobodyOut()
    {
        const PluginGuard guard(systemDisk(), m_folder.filePath(u"gone/plugin.guard"_s));

        guard.enter(u"orders"_s);
        guard.leave();

        QVERIFY(guard.culprit().isEmpty());
    }

    void cleanup() { QFile::remove(path()); }

private:
    QString path() const { return m_folder.filePath(u"plugin.guard"_s); }
    PluginGuard aGuard() const { return {systemDisk(), path()}; }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPluginGuard)
#include "test_plugin_guard.moc"
