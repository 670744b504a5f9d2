#include "integration/dicom/display_shutter.h"
#include "integration/dicom/frame_rate.h"
#include "integration/dicom/objects/shutters.h"

#include <QTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;

class TestDisplayShutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageWithoutOneHasNone();
    void countsFromOne();
    void rowsStandBeforeColumns();
    void takesAllShapesThatAreNamed();
    void aShapeThatSaysNothingIsNone();
    void theFramesOwnShutterCounts();
    void aPolygonOfTooManyCornersIsNone();
    void aPresentationStateReadsTheSameShapes();
    void aRateIsTakenWhereOneIsSaid();
};

void TestDisplayShutter::anImageWithoutOneHasNone()
{
    DcmDataset dataset;

    QVERIFY(!dicom::displayShutter(dataset, 0));
}

void TestDisplayShutter::countsFromOne()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ShutterShape, "RECTANGULAR");
    dataset.putAndInsertString(DCM_ShutterLeftVerticalEdge, "11");
    dataset.putAndInsertString(DCM_ShutterRightVerticalEdge, "20");
    dataset.putAndInsertString(DCM_ShutterUpperHorizontalEdge, "1");
    dataset.putAndInsertString(DCM_ShutterLowerHorizontalEdge, "5");

    const auto shutter = dicom::displayShutter(dataset, 0);

    QVERIFY(shutter && shutter->rectangle);
    QVERIFY(shutter->hides(9, 0) && !shutter->hides(10, 0));
    QVERIFY(!shutter->hides(19, 4) && shutter->hides(20, 4) && shutter->hides(19, 5));
}

void TestDisplayShutter::rowsStandBeforeColumns()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ShutterShape, "CIRCULAR");
    dataset.putAndInsertString(DCM_CenterOfCircularShutter, "51\\101");
    dataset.putAndInsertString(DCM_RadiusOfCircularShutter, "10");

    const auto shutter = dicom::displayShutter(dataset, 0);

    QVERIFY(shutter && shutter->circle);
    QCOMPARE(shutter->circle->centre.row, 50.0);
    QCOMPARE(shutter->circle->centre.column, 100.0);
}

void TestDisplayShutter::takesAllShapesThatAreNamed()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ShutterShape, "CIRCULAR\\POLYGONAL");
    dataset.putAndInsertString(DCM_CenterOfCircularShutter, "6\\6");
    dataset.putAndInsertString(DCM_RadiusOfCircularShutter, "100");
    dataset.putAndInsertString(DCM_VerticesOfThePolygonalShutter, "1\\1\\1\\11\\11\\11");

    const auto shutter = dicom::displayShutter(dataset, 0);

    QVERIFY(shutter && shutter->circle);
    QCOMPARE(shutter->polygon.size(), 3U);
    QVERIFY(!shutter->hides(8, 2) && shutter->hides(2, 8)); // below the diagonal
}

void TestDisplayShutter::aShapeThatSaysNothingIsNone()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ShutterShape, "RECTANGULAR\\CIRCULAR\\POLYGONAL");
    dataset.putAndInsertString(DCM_ShutterLeftVerticalEdge, "30");
    dataset.putAndInsertString(DCM_ShutterRightVerticalEdge, "20");
    dataset.putAndInsertString(DCM_ShutterUpperHorizontalEdge, "1");
    dataset.putAndInsertString(DCM_ShutterLowerHorizontalEdge, "5");
    dataset.putAndInsertString(DCM_CenterOfCircularShutter, "6\\6");
    dataset.putAndInsertString(DCM_RadiusOfCircularShutter, "0");
    dataset.putAndInsertString(DCM_VerticesOfThePolygonalShutter, "1\\1\\1");

    QVERIFY(!dicom::displayShutter(dataset, 0));
}

void TestDisplayShutter::theFramesOwnShutterCounts()
{
    DcmDataset dataset;
    for (int frame = 0; frame < 2; ++frame) {
        DcmItem *own = nullptr;
        DcmItem *item = nullptr;
        dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, own, frame);
        own->findOrCreateSequenceItem(DCM_FrameDisplayShutterSequence, item, 0);
        item->putAndInsertString(DCM_ShutterShape, "CIRCULAR");
        item->putAndInsertString(DCM_CenterOfCircularShutter, "6\\6");
        item->putAndInsertString(DCM_RadiusOfCircularShutter, frame == 0 ? "3" : "4");
    }

    QCOMPARE(dicom::displayShutter(dataset, 0)->circle->radius, 3.0);
    QCOMPARE(dicom::displayShutter(dataset, 1)->circle->radius, 4.0);
}

/// Cut short it would be another polygon.
void TestDisplayShutter::aPolygonOfTooManyCornersIsNone()
{
    const auto corners = [](int count) {
        DcmDataset dataset;
        dataset.putAndInsertString(DCM_ShutterShape, "POLYGONAL");
        const auto values = QByteArray("1\\2\\").repeated(count).chopped(1);
        dataset.putAndInsertString(DCM_VerticesOfThePolygonalShutter, values.constData());
        return dicom::shutterShapes(dataset).polygon.size();
    };

    QCOMPARE(corners(1024), std::size_t{1024});
    QCOMPARE(corners(1025), std::size_t{0});
}

void TestDisplayShutter::aPresentationStateReadsTheSameShapes()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_ShutterShape, "RECTANGULAR\\CIRCULAR\\POLYGONAL");
    dataset.putAndInsertString(DCM_ShutterLeftVerticalEdge, "-5");
    dataset.putAndInsertString(DCM_ShutterRightVerticalEdge, "8");
    dataset.putAndInsertString(DCM_ShutterUpperHorizontalEdge, "1");
    dataset.putAndInsertString(DCM_ShutterLowerHorizontalEdge, "8");
    dataset.putAndInsertString(DCM_CenterOfCircularShutter, "5\\4");
    dataset.putAndInsertString(DCM_RadiusOfCircularShutter, "3");
    dataset.putAndInsertString(DCM_VerticesOfThePolygonalShutter, "1\\1\\1\\11\\11\\11");

    const auto ofImage = dicom::displayShutter(dataset, 0);
    const auto ofState = dicom::readShutter(dataset);

    QVERIFY(ofImage && ofImage->rectangle && ofImage->circle);
    QCOMPARE(ofState.shapes, *ofImage);
    QCOMPARE(ofState.shapes.rectangle->left, -6); // as it stands there, from 0
    QCOMPARE(ofState.shapes.polygon.size(), 3U);
}

void TestDisplayShutter::aRateIsTakenWhereOneIsSaid()
{
    QCOMPARE(dicom::framesPerSecond(15, 40, 30), 15.0);
    QCOMPARE(dicom::framesPerSecond({}, 40, 30), 25.0);
    QCOMPARE(dicom::framesPerSecond({}, {}, 30), 30.0);
    QCOMPARE(dicom::framesPerSecond(0, 0, 30), 30.0);
    QVERIFY(!dicom::framesPerSecond({}, {}, {}));
    QVERIFY(!dicom::framesPerSecond(-1, 1e-9, 1e9));
    QCOMPARE(dicom::meanFrameTimeMs({0, 30, 50}), 40.0);
    QCOMPARE(dicom::meanFrameTimeMs({0, 40}), 40.0);
    QVERIFY(!dicom::meanFrameTimeMs({}));
    QVERIFY(!dicom::meanFrameTimeMs({0}));
    QVERIFY(!dicom::meanFrameTimeMs({0, 30, -50}));
}

QTEST_APPLESS_MAIN(TestDisplayShutter)
#include "test_display_shutter.moc"
