DROP TABLE desk_device;
