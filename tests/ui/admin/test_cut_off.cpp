#include "support/cut_off.h"
#include "ui/admin/office.h"

#include <QLineEdit>

using namespace simiao;
using test::CutOff;
using test::Office;
using ui::ViewState;

/// The administrator's page while the server does not answer.
class TestCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItKnowsWhileTheServerIsAway_data()
    {
        QTest::addColumn<int>("section");
        QTest::newRow("accounts") << 1;
        QTest::newRow("settings") << 3;
        QTest::newRow("audit") << 4;
        QTest::newRow("packages") << 8;
        QTest::newRow("devices") << 9;
    }
    void keepsWhatItKnowsWhileTheServerIsAway()
    {
        QFETCH(int, section);
        Office office;
        CutOff network(office.desk);
        office.open(section);
        QTRY_VERIFY(!office.shows(ViewState::Kind::Loading));
        QVERIFY(!office.shows(ViewState::Kind::Stale));

        network.cut();
        office.desk.speak(office.desk.language); // whatever reads for that, reads in vain

        QVERIFY(office.shows(ViewState::Kind::Stale));
        QVERIFY(!office.shows(ViewState::Kind::Error));
        QVERIFY(office.desk.errors.isEmpty());

        network.mend();

        QTRY_VERIFY(!office.shows(ViewState::Kind::Stale));
    }

    // Events of one question are not shown as the answer to another.
    void saysThatAnotherQuestionIsNotAnswered()
    {
        Office office;
        CutOff network(office.desk);
        office.open(4);
        network.cut();

        office.find<QLineEdit>("admin.audit.patient")->setText(QStringLiteral("100238"));
        QTest::keyClick(office.find<QLineEdit>("admin.audit.patient"), Qt::Key_Return);

        QTRY_VERIFY(office.shows(ViewState::Kind::Error));
        network.mend();
        QTRY_VERIFY(!office.shows(ViewState::Kind::Error));
    }
};

QTEST_MAIN(TestCutOff)
#include "test_cut_off.moc"
