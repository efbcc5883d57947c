"""Our data against AWS's own SDK models: each comparison reads our cell and the shape, so a change on either side shows.

Run `pytest -m freshness` after `pip install -U botocore`; a message names the row to look at. To add a comparison, add a line to
the list: where we say it, the shape, and what to compare (the kinds are in sdk_comparisons.py).
"""

from __future__ import annotations

import pytest
from conftest import ROOT
from sdk_comparisons import Comparison, Enum, Families, Limit, Names, Stated
from sdk_reading import Cells, Models, blanked

pytestmark = pytest.mark.freshness
SM, RT, FIRE, BR, KB = "sagemaker", "sagemaker-runtime", "firehose", "bedrock", "bedrock-agent"
LABEL = "a label that another service writes, not a class to choose"
COMPARISONS: tuple[Comparison, ...] = (
    # Amazon S3 and other storage
    Enum("s3-storage-classes/*/api_name", "s3:StorageClass", unsaid=dict.fromkeys(("SNOW", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"), LABEL)),
    Enum("s3-lifecycle-transitions/*/name", "s3:TransitionStorageClass", says={"GLACIER_IR": "Glacier Instant Retrieval", "GLACIER": "Glacier Flexible Retrieval", "ONEZONE_IA": "One Zone IA"},
         others={"s3-standard": "no target of a transition", "s3-express-one-zone": "no target of a transition"}),
    Enum("s3-retrieval-options/*/name", "s3:Tier"),
    Enum("s3-encryption/*/header", "s3:ServerSideEncryption", unsaid={"aws:fsx": "access points of FSx", "aws:backup": "access points of AWS Backup"},
         others={"sse-c": "the customer sends the algorithm", "client-side-encryption": "S3 sees ciphertext only"}),
    Stated("data-engineering/s3.md?of bytes", "s3:CopyObject", r"objects of up to (\d+ TB)"),
    Enum("training-storage/*/training_use", f"{SM}:FileSystemType", some=True),
    Enum("fsx-lustre-deployment/*/name", "fsx:LustreDeploymentType"),
    Stated("fsx-lustre-deployment/persistent-1/throughput", "fsx:CreateFileSystemLustreConfiguration.PerUnitStorageThroughput", r"PERSISTENT_1 SSD storage: ([\d, ]+) MB.*PERSISTENT_1 HDD storage: ([\d, ]+) MB"),
    Stated("fsx-lustre-deployment/persistent-2/throughput", "fsx:CreateFileSystemLustreConfiguration.PerUnitStorageThroughput", r"PERSISTENT_2 SSD storage: ([\d, ]+) MB"),
    Enum("efs-modes/elastic-throughput,provisioned-throughput,bursting-throughput/name", "efs:ThroughputMode"),
    Enum("efs-modes/general-purpose,max-i-o/name", "efs:PerformanceMode", says={"maxIO": "Max I/O"}),
    Stated("efs-modes/bursting-throughput/remember", "efs:CreateFileSystemRequest.ThroughputMode", r"Default is bursting", says="API default"),
    Enum("feature-store-stores/storage/online", f"{SM}:StorageType"),
    Enum("feature-store-stores/storage/offline", f"{SM}:TableFormat", unsaid={"Default": "the same as Glue"}),
    Enum("feature-store-stores/throughput/online", f"{SM}:ThroughputMode", says={"OnDemand": "On-demand"}),
    Names("feature-store-stores/*/online", f"{SM} sagemaker-featurestore-runtime"),
    Limit("feature-store-stores/read-with/online", "sagemaker-featurestore-runtime:BatchGetRecordIdentifiers"),
    Names("feature-store-ingestion/putrecord,updaterecord,batchwriterecord/name", "sagemaker-featurestore-runtime", whole=True),
    Limit("feature-store-ingestion/batchwriterecord/style", "sagemaker-featurestore-runtime:BatchWriteRecordEntries"),
    Enum("ebs-volumes/*/name", "ec2:VolumeType", unsaid={"standard": "magnetic, the previous generation"}),
    Stated("ebs-volumes/gp3,gp2,io2,io1/size", "ec2:CreateVolumeRequest.Size", r"{name} ?: ([\d,]+) - ([\d,]+) GiB"),
    Stated("ebs-volumes/st1,sc1/size", "ec2:CreateVolumeRequest.Size", r"st1 and sc1 ?: ([\d,]+) - ([\d,]+) GiB"),
    Stated("ebs-volumes/gp3,io2,io1/iops", "ec2:CreateVolumeRequest.Iops", r"{name} ?: ([\d,]+) (?:\( ?default ?\) )?- ([\d,]+) IOPS"),
    Stated("ebs-volumes/gp3/throughput", "ec2:CreateVolumeRequest.Throughput", r"Valid Range: ([\d,]+) - ([\d,]+) MiB/s"),
    # streams and queues
    Enum("kinesis-capacity-modes/*/name", "kinesis:StreamMode"),
    Stated("kinesis-capacity-modes/provisioned,on-demand-standard/fan_out", "kinesis:RegisterStreamConsumer", r"Standard and Provisioned streams, you can register up to (\d+)"),
    Stated("kinesis-capacity-modes/on-demand-advantage/fan_out", "kinesis:RegisterStreamConsumer", r"Advantage streams, you can register up to (\d+)"),
    Stated("kinesis-capacity-modes/provisioned/resharding", "kinesis:UpdateShardCount", r"more than (ten) times per rolling (24)-hour"),
    Stated("kinesis-limits/write-throughput/value", "kinesis:PutRecords", r"up to ([\d,]+) records per second, up to a maximum data write total of (1 MB)"),
    Stated("kinesis-limits/shared-read-throughput/value", "kinesis:GetRecords", r"Each shard can read up to (2 MiB) per second"),
    Stated("kinesis-limits/getrecords-calls/value", "kinesis:GetRecords", r"limit of (five) transactions per second per shard"),
    Stated("kinesis-limits/getrecords-result/value", "kinesis:GetRecords", r"returned per call is ([\d,]+)\..*can return is (10 MiB)"),
    Stated("kinesis-limits/enhanced-fan-out-read/value", "kinesis:RegisterStreamConsumer", r"rate of up to (2 MiB) per second"),
    Stated("kinesis-limits/registered-consumers/value", "kinesis:RegisterStreamConsumer", r"Advantage streams, you can register up to (\d+).*you can register up to (\d+)"),
    Limit("kinesis-limits/putrecords-batch/value", "kinesis:PutRecordsRequestEntryList"),
    Stated("kinesis-limits/putrecords-batch/value", "kinesis:PutRecords", r"limit of (10 MiB) for the entire request"),
    Limit("kinesis-limits/record-size/value", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("kinesis-limits/retention/value", "kinesis:IncreaseStreamRetentionPeriod", r"retention period is ([\d,]+ hours)"),
    Stated("kinesis-limits/retention/value", "kinesis:PutRecords", r"accessible for (24 hours)"),
    Stated("kinesis-limits/updateshardcount/value", "kinesis:UpdateShardCount", r"more than (ten) times per rolling (24)-hour"),
    Names("kinesis-limits/*/exceeded", "kinesis"),
    Limit("streaming-services/amazon-kinesis-data-streams/record", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("streaming-services/amazon-kinesis-data-streams/retention", "kinesis:IncreaseStreamRetentionPeriod", r"retention period is ([\d,]+ hours)"),
    Stated("streaming-services/amazon-kinesis-data-streams/readers", "kinesis:RegisterStreamConsumer", r"up to (\d+) consumers.*up to (\d+) consumers"),
    Limit("streaming-services/amazon-data-firehose/record", f"{FIRE}:Data", unit="bytes"),
    Limit("streaming-services/amazon-data-firehose/latency", f"{FIRE}:IntervalInSeconds", "min max", "s"),
    Stated("streaming-services/amazon-kinesis-video-streams/retention", "kinesisvideo:CreateStreamInput.DataRetentionInHours", r"default value is (0).*limit of (5 minutes)"),
    Stated("streaming-services,messaging-services/amazon-sqs/record".replace(",messaging-services", ""), "sqs:CreateQueueRequest.Attributes", r"MaximumMessageSize.*? to ([\d,]+ bytes)"),
    Stated("streaming-services/amazon-sqs/retention", "sqs:CreateQueueRequest.Attributes", r"MessageRetentionPeriod.*?from (60 seconds).*?\((14 days)\).*?\((4 days)\)"),
    Names("kinesis-video-apis/getmedia,getmediaforfragmentlist,getclip,getimages/name", "kinesis-video-media kinesis-video-archived-media", whole=True),
    Stated("kinesis-video-apis/image-generation-to-s3/gives", "kinesisvideo:ImageGenerationConfiguration.SamplingInterval", r"minimum value that can be provided is (200 ms)"),
    Enum("msk-deployment/msk-provisioned-standard-brokers,msk-provisioned-express-brokers,msk-serverless/name", "kafka:ClusterType"),
    *(Limit(f"firehose-destinations/{row}/size", f"{FIRE}:{shape}SizeInMBs", "min max", "MB") for row, shape in (
        ("amazon-s3,apache-iceberg-tables-s3-or-s3-tables,amazon-redshift", ""), ("amazon-opensearch-service", "AmazonopensearchserviceBuffering"),
        ("amazon-opensearch-serverless", "AmazonOpenSearchServerlessBuffering"), ("splunk", "SplunkBuffering"), ("snowflake", "SnowflakeBuffering"), ("http-endpoint", "HttpEndpointBuffering"))),
    *(Limit(f"firehose-destinations/{row}/interval", f"{FIRE}:{shape}IntervalInSeconds", "min max", "s") for row, shape in (
        ("amazon-s3,apache-iceberg-tables-s3-or-s3-tables,amazon-redshift", ""), ("amazon-opensearch-service", "AmazonopensearchserviceBuffering"),
        ("amazon-opensearch-serverless", "AmazonOpenSearchServerlessBuffering"), ("splunk", "SplunkBuffering"), ("snowflake", "SnowflakeBuffering"), ("http-endpoint", "HttpEndpointBuffering"))),
    *(Stated(f"firehose-destinations/{row}/default_buffer", f"{FIRE}:{shape}.{member}", r"default value is (\d+)", unit) for row, shape in (
        ("amazon-s3,amazon-redshift", "BufferingHints"), ("amazon-opensearch-service", "AmazonopensearchserviceBufferingHints"), ("amazon-opensearch-serverless", "AmazonOpenSearchServerlessBufferingHints"),
        ("splunk", "SplunkBufferingHints"), ("snowflake", "SnowflakeBufferingHints"), ("http-endpoint", "HttpEndpointBufferingHints")) for member, unit in (("SizeInMBs", "MB"), ("IntervalInSeconds", "s"))),
    *(Limit(f"firehose-destinations/{row}/retry", f"{FIRE}:{shape}RetryDurationInSeconds", unit="s") for row, shape in (
        ("apache-iceberg-tables-s3-or-s3-tables", ""), ("amazon-redshift", "Redshift"), ("amazon-opensearch-service", "Amazonopensearchservice"),
        ("amazon-opensearch-serverless", "AmazonOpenSearchServerless"), ("splunk", "Splunk"), ("snowflake", "Snowflake"), ("http-endpoint", "HttpEndpoint"))),
    *(Stated(f"firehose-destinations/{row}/retry", f"{FIRE}:{shape}RetryOptions.DurationInSeconds", r"[Dd]efault value is (\d+ seconds)") for row, shape in (
        ("amazon-redshift", "Redshift"), ("amazon-opensearch-service", "Amazonopensearchservice"), ("amazon-opensearch-serverless", "AmazonOpenSearchServerless"))),
    Enum("firehose-destinations/amazon-opensearch-service/features", f"{FIRE}:AmazonopensearchserviceIndexRotationPeriod",
         says={"NoRotation": "none", "OneHour": "hour", "OneDay": "day", "OneWeek": "week", "OneMonth": "month"}),
    *(Stated(f"sqs-settings/{row}/{column}", "sqs:CreateQueueRequest.Attributes", rf"{name} – .*?{pattern}", unit) for row, name, unit in (
        ("visibility-timeout", "VisibilityTimeout", "s"), ("message-retention", "MessageRetentionPeriod", "s"), ("receive-wait-time", "ReceiveMessageWaitTimeSeconds", "s"),
        ("delivery-delay", "DelaySeconds", "s"), ("message-size", "MaximumMessageSize", "bytes"))
        for column, pattern in (("default", r"Default: ([\d,]+)"), ("range", r"integer from ([\d,]+).*? to ([\d,]+)"))),
    Stated("sqs-settings/maxreceivecount/default", "sqs:CreateQueueRequest.Attributes", r"maxReceiveCount – .*?Default: (\d+)"),
    Stated("sqs-settings/messages-per-receive-or-batch/default", "sqs:ReceiveMessageRequest.MaxNumberOfMessages", r"Default: (\d+)"),
    Stated("sqs-settings/messages-per-receive-or-batch/range", "sqs:ReceiveMessageRequest.MaxNumberOfMessages", r"Valid values: (\d+) to (\d+)"),
    Stated("messaging-services/amazon-sqs/size", "sqs:CreateQueueRequest.Attributes", r"MaximumMessageSize.*? to ([\d,]+ bytes)"),
    Stated("messaging-services/amazon-sns/size", "sns:CreateTopicInput.Attributes", r"Valid values are 1024 to (\d+).*?default is (\d+)", "bytes"),
    Stated("messaging-services/amazon-eventbridge/size", "events:PutEvents", r"less than (1 ?MB)"),
    Limit("messaging-services/kinesis-data-streams/size", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("messaging-services/kinesis-data-streams/replay", "kinesis:IncreaseStreamRetentionPeriod", r"retention period is ([\d,]+ hours)"),
)
