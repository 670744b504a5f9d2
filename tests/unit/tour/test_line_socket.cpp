#include "socket_ends.h"

#include <QTest>

#include <unistd.h>

using namespace simiao::tour;
using namespace std::chrono_literals;

class TestLineSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesArriveWholeAndInOrder()
    {
        const auto ends = socketEnds();
        LineSocket near(ends[0]);
        LineSocket far(ends[1]);

        QVERIFY(near.write("one"));
        QVERIFY(near.write("two"));

        QCOMPARE(far.read(1s), (QList<QByteArray>{"one", "two"}));
    }

    void aTornLineWaitsForItsRest()
    {
        const auto ends = socketEnds();
        LineSocket far(ends[1]);

        QCOMPARE(::send(ends[0], "hal", 3, 0), 3);
        QCOMPARE(far.read(0ms), QList<QByteArray>());
        QCOMPARE(::send(ends[0], "f\n", 2, 0), 2);

        QCOMPARE(far.read(1s), QList<QByteArray>{"half"});
        ::close(ends[0]);
    }

    void whatWasSentBeforeTheEndIsStillRead()
    {
        const auto ends = socketEnds();
        LineSocket far(ends[1]);
        {
            LineSocket near(ends[0]);
            QVERIFY(near.write("last words"));
        }

        QCOMPARE(far.read(1s), QList<QByteArray>{"last words"});
        far.read(1s);
        QVERIFY(far.isAtEnd());
        QVERIFY(!far.write("nobody hears"));
    }
};

QTEST_GUILESS_MAIN(TestLineSocket)
#include "test_line_socket.moc"
