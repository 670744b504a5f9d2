#include "dicom/moved_images.h"

#include <QCoroTask>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// Notes where it was asked to look.
class Listener : public workflow::ImageSource
{
public:
    Task<Result<std::vector<workflow::ImageSeries>>> list(QString location, std::stop_token) override
    {
        asked = location;
        co_return std::vector<workflow::ImageSeries>();
    }
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance,
                                                              int,
                                                              std::stop_token) override
    {
        co_return cancelled();
    }

    QString asked;
};

} // namespace

class TestMovedImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksBelowTheFolderOfToday_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("asked");
        QTest::newRow("the last place") << u"/old/images/7"_s << u"/new/images/7"_s;
        QTest::newRow("the place before") << u"/older/images/7/CT"_s << u"/new/images/7/CT"_s;
        QTest::newRow("the folder itself") << u"/old/images"_s << u"/new/images"_s;
        QTest::newRow("today's") << u"/new/images/7"_s << u"/new/images/7"_s;
        QTest::newRow("elsewhere") << u"/mnt/archive/7"_s << u"/mnt/archive/7"_s;
        QTest::newRow("a name that begins alike") << u"/old/images2/7"_s << u"/old/images2/7"_s;
    }
    void looksBelowTheFolderOfToday()
    {
        QFETCH(QString, stored);
        QFETCH(QString, asked);
        const auto listener = std::make_shared<Listener>();
        dicom::MovedImages images(listener, u"/new/images"_s, {u"/old/images"_s, u"/older/images"_s});

        QVERIFY(QCoro::waitFor(images.list(stored, {})));

        QCOMPARE(listener->asked, asked);
    }
};

QTEST_GUILESS_MAIN(TestMovedImages)
#include "test_moved_images.moc"
