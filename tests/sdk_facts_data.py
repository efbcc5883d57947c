"""Comparisons of our tables on storage, streams, queues and data processing with the SDK models. Read by test_freshness.py."""

from __future__ import annotations

from sdk_comparisons import Comparison, Enum, Limit, Names, Stated

ELSEWHERE = "a label that another service writes, not a class to choose"
EBS, SQS, FSX = "ec2:CreateVolumeRequest", "sqs:CreateQueueRequest.Attributes", "fsx:CreateFileSystemLustreConfiguration.PerUnitStorageThroughput"
GLUE, LAMBDA, UPDATE = "glue:CreateJobRequest.WorkerType", "lambda:CreateFunctionRequest", "kinesis:UpdateShardCount"
FAN_OUT, RETENTION = "kinesis:RegisterStreamConsumer", "kinesis:IncreaseStreamRetentionPeriod"
BUFFERS = {  # rows of firehose-destinations: how their shapes begin
    "amazon-s3,apache-iceberg-tables-s3-or-s3-tables,amazon-redshift": "",
    "amazon-opensearch-service": "AmazonopensearchserviceBuffering",
    "amazon-opensearch-serverless": "AmazonOpenSearchServerlessBuffering",
    "splunk": "SplunkBuffering",
    "snowflake": "SnowflakeBuffering",
    "http-endpoint": "HttpEndpointBuffering",
}
RETRIES = {
    "apache-iceberg-tables-s3-or-s3-tables": "",
    "amazon-redshift": "Redshift",
    "amazon-opensearch-service": "Amazonopensearchservice",
    "amazon-opensearch-serverless": "AmazonOpenSearchServerless",
    "splunk": "Splunk",
    "snowflake": "Snowflake",
    "http-endpoint": "HttpEndpoint",
}
SQS_SETTINGS = {
    "visibility-timeout": ("VisibilityTimeout", "s"),
    "message-retention": ("MessageRetentionPeriod", "s"),
    "receive-wait-time": ("ReceiveMessageWaitTimeSeconds", "s"),
    "delivery-delay": ("DelaySeconds", "s"),
    "message-size": ("MaximumMessageSize", "bytes"),
}
STORAGE: tuple[Comparison, ...] = (
    Enum(
        "s3-storage-classes/*/api_name",
        "s3:StorageClass",
        unsaid=dict.fromkeys(("SNOW", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"), ELSEWHERE),
    ),
    Enum(
        "s3-lifecycle-transitions/*/name",
        "s3:TransitionStorageClass",
        says={"GLACIER_IR": "Glacier Instant Retrieval", "GLACIER": "Glacier Flexible Retrieval", "ONEZONE_IA": "One Zone IA"},
        others=dict.fromkeys(("s3-standard", "s3-express-one-zone"), "no target of a transition"),
    ),
    Enum("s3-retrieval-options/*/name", "s3:Tier"),
    Enum(
        "s3-encryption/*/header",
        "s3:ServerSideEncryption",
        unsaid=dict.fromkeys(("aws:fsx", "aws:backup"), "access points of other services"),
        others={"sse-c": "the customer sends the algorithm", "client-side-encryption": "S3 sees ciphertext only"},
    ),
    Stated("data-engineering/s3.md?of bytes", "s3:CopyObject", r"objects of up to (\d+ TB)"),
    Enum("training-storage/*/training_use", "sagemaker:FileSystemType", some=True),
    Enum("fsx-lustre-deployment/*/name", "fsx:LustreDeploymentType"),
    Stated("fsx-lustre-deployment/persistent-1/throughput", FSX, r"PERSISTENT_1 SSD storage: ([\d, ]+) MB.*PERSISTENT_1 HDD storage: ([\d, ]+) MB"),
    Stated("fsx-lustre-deployment/persistent-2/throughput", FSX, r"PERSISTENT_2 SSD storage: ([\d, ]+) MB"),
    Enum("efs-modes/elastic-throughput,provisioned-throughput,bursting-throughput/name", "efs:ThroughputMode"),
    Enum("efs-modes/general-purpose,max-i-o/name", "efs:PerformanceMode", says={"maxIO": "Max I/O"}),
    Stated("efs-modes/bursting-throughput/remember", "efs:CreateFileSystemRequest.ThroughputMode", r"Default is bursting", says="API default"),
    Enum("feature-store-stores/storage/online", "sagemaker:StorageType"),
    Enum("feature-store-stores/storage/offline", "sagemaker:TableFormat", unsaid={"Default": "the same as Glue"}),
    Enum("feature-store-stores/throughput/online", "sagemaker:ThroughputMode", says={"OnDemand": "On-demand"}),
    Names("feature-store-stores/*/online", "sagemaker sagemaker-featurestore-runtime"),
    Limit("feature-store-stores/read-with/online", "sagemaker-featurestore-runtime:BatchGetRecordIdentifiers"),
    Names("feature-store-ingestion/putrecord,updaterecord,batchwriterecord/name", "sagemaker-featurestore-runtime", whole=True),
    Limit("feature-store-ingestion/batchwriterecord/style", "sagemaker-featurestore-runtime:BatchWriteRecordEntries"),
    Enum("ebs-volumes/*/name", "ec2:VolumeType", unsaid={"standard": "magnetic, the previous generation"}),
    Stated("ebs-volumes/gp3,gp2,io2,io1/size", f"{EBS}.Size", r"{name} ?: ([\d,]+) - ([\d,]+) GiB"),
    Stated("ebs-volumes/st1,sc1/size", f"{EBS}.Size", r"st1 and sc1 ?: ([\d,]+) - ([\d,]+) GiB"),
    Stated("ebs-volumes/gp3,io2,io1/iops", f"{EBS}.Iops", r"{name} ?: ([\d,]+) (?:\( ?default ?\) )?- ([\d,]+) IOPS"),
    Stated("ebs-volumes/gp3/throughput", f"{EBS}.Throughput", r"Valid Range ?: ([\d,]+) - ([\d,]+) MiB/s"),
)
STREAMS: tuple[Comparison, ...] = (
    Enum("kinesis-capacity-modes/*/name", "kinesis:StreamMode"),
    Stated("kinesis-capacity-modes/provisioned,on-demand-standard/fan_out", FAN_OUT, r"Standard and Provisioned streams, you can register up to (\d+)"),
    Stated("kinesis-capacity-modes/on-demand-advantage/fan_out", FAN_OUT, r"Advantage streams, you can register up to (\d+)"),
    Stated("kinesis-capacity-modes/provisioned/resharding", UPDATE, r"more than (ten) times per rolling (24)-hour"),
    Stated("kinesis-limits/write-throughput/value", "kinesis:PutRecords", r"up to ([\d,]+) records per second, up to a maximum data write total of (1 MB)"),
    Stated("kinesis-limits/shared-read-throughput/value", "kinesis:GetRecords", r"Each shard can read up to (2 MiB) per second"),
    Stated("kinesis-limits/getrecords-calls/value", "kinesis:GetRecords", r"limit of (five) transactions per second per shard"),
    Stated("kinesis-limits/getrecords-result/value", "kinesis:GetRecords", r"returned per call is ([\d,]+)\..*can return is (10 MiB)"),
    Stated("kinesis-limits/enhanced-fan-out-read/value", FAN_OUT, r"rate of up to (2 MiB) per second"),
    Stated("kinesis-limits/registered-consumers/value", FAN_OUT, r"Advantage streams, you can register up to (\d+).*you can register up to (\d+)"),
    Limit("kinesis-limits/putrecords-batch/value", "kinesis:PutRecordsRequestEntryList"),
    Stated("kinesis-limits/putrecords-batch/value", "kinesis:PutRecords", r"limit of (10 MiB) for the entire request"),
    Limit("kinesis-limits/record-size/value", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("kinesis-limits/retention/value", RETENTION, r"retention period is ([\d,]+ hours)"),
    Stated("kinesis-limits/retention/value", "kinesis:PutRecords", r"accessible for (24 hours)"),
    Stated("kinesis-limits/updateshardcount/value", UPDATE, r"more than (ten) times per rolling (24)-hour"),
    Names("kinesis-limits/*/exceeded", "kinesis"),
    Limit("streaming-services/amazon-kinesis-data-streams/record", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("streaming-services/amazon-kinesis-data-streams/retention", RETENTION, r"retention period is ([\d,]+ hours)"),
    Stated("streaming-services/amazon-kinesis-data-streams/readers", FAN_OUT, r"up to (\d+) consumers.*up to (\d+) consumers"),
    Limit("streaming-services/amazon-data-firehose/record", "firehose:Data", unit="bytes"),
    Limit("streaming-services/amazon-data-firehose/latency", "firehose:IntervalInSeconds", "min max", "s"),
    Stated(
        "streaming-services/amazon-kinesis-video-streams/retention",
        "kinesisvideo:CreateStreamInput.DataRetentionInHours",
        r"default value is (0).*limit of (5 minutes)",
    ),
    Stated("streaming-services/amazon-sqs/record", SQS, r"MaximumMessageSize.*? to ([\d,]+ bytes)"),
    Stated("streaming-services/amazon-sqs/retention", SQS, r"MessageRetentionPeriod.*?from (60 seconds).*?\((14 days)\).*?\((4 days)\)"),
    Names(
        "kinesis-video-apis/getmedia,getmediaforfragmentlist,getclip,getimages/name", "kinesis-video-media kinesis-video-archived-media", whole=True
    ),
    Stated("kinesis-video-apis/image-generation-to-s3/gives", "kinesisvideo:ImageGenerationConfiguration.SamplingInterval", r"provided is (200 ms)"),
    Enum("msk-deployment/msk-provisioned-standard-brokers,msk-provisioned-express-brokers,msk-serverless/name", "kafka:ClusterType"),
    *(Limit(f"firehose-destinations/{row}/size", f"firehose:{shape}SizeInMBs", "min max", "MB") for row, shape in BUFFERS.items()),
    *(Limit(f"firehose-destinations/{row}/interval", f"firehose:{shape}IntervalInSeconds", "min max", "s") for row, shape in BUFFERS.items()),
    *(
        Stated(f"firehose-destinations/{row}/default_buffer", f"firehose:{shape or 'Buffering'}Hints.{member}", r"default value is (\d+)", unit)
        for row, shape in ({"amazon-s3,amazon-redshift": ""} | dict(list(BUFFERS.items())[1:])).items()
        for member, unit in (("SizeInMBs", "MB"), ("IntervalInSeconds", "s"))
    ),
    *(Limit(f"firehose-destinations/{row}/retry", f"firehose:{shape}RetryDurationInSeconds", unit="s") for row, shape in RETRIES.items()),
    *(
        Stated(f"firehose-destinations/{row}/retry", f"firehose:{RETRIES[row]}RetryOptions.DurationInSeconds", r"[Dd]efault value is (\d+ seconds)")
        for row in ("amazon-redshift", "amazon-opensearch-service", "amazon-opensearch-serverless")
    ),
    Enum(
        "firehose-destinations/amazon-opensearch-service/features",
        "firehose:AmazonopensearchserviceIndexRotationPeriod",
        says={"NoRotation": "none", "OneHour": "hour", "OneDay": "day", "OneWeek": "week", "OneMonth": "month"},
    ),
    *(Stated(f"sqs-settings/{row}/default", SQS, rf"{name} – .*?Default: ([\d,]+)", unit) for row, (name, unit) in SQS_SETTINGS.items()),
    *(Stated(f"sqs-settings/{row}/range", SQS, rf"{name} – .*?integer from ([\d,]+).*? to ([\d,]+)", unit) for row, (name, unit) in SQS_SETTINGS.items()),
    Stated("sqs-settings/maxreceivecount/default", SQS, r"maxReceiveCount – .*?Default: (\d+)"),
    Stated("sqs-settings/messages-per-receive-or-batch/default", "sqs:ReceiveMessageRequest.MaxNumberOfMessages", r"Default: (\d+)"),
    Stated("sqs-settings/messages-per-receive-or-batch/range", "sqs:ReceiveMessageRequest.MaxNumberOfMessages", r"values: (\d+) to (\d+)"),
    Stated("messaging-services/amazon-sqs/size", SQS, r"MaximumMessageSize.*? to ([\d,]+ bytes)"),
    Stated("messaging-services/amazon-sns/size", "sns:CreateTopicInput.Attributes", r"Valid values are 1024 to (\d+).*?default is (\d+)", "bytes"),
    Stated("messaging-services/amazon-eventbridge/size", "events:PutEvents", r"less than (1 ?MB)"),
    Limit("messaging-services/kinesis-data-streams/size", "kinesis:MaxRecordSizeInKiB", "min max", "KiB"),
    Stated("messaging-services/kinesis-data-streams/replay", RETENTION, r"\((\d+ days)\)"),
)
PROCESSING: tuple[Comparison, ...] = (
    Enum("glue-worker-types/*/name", "glue:WorkerType", unsaid={"Standard": "of old Glue versions"}, whole=True),
    *(
        Stated(f"glue-worker-types/*/{column}", GLUE, rf"the {{name}} worker type, each worker maps to {pattern}")
        for column, pattern in {
            "dpu": r"([\d.]+) (?:M-)?DPU",
            "vcpu": r"[\d.]+ (?:M-)?DPU \((\d+) ?vCPUs",
            "memory": r"[^)]*?, (\d+ GB) of memory",
            "disk": r"[^)]*?memory\) with (\d+ ?GB)",
        }.items()
    ),
    Stated("batch-etl-services/aws-glue-etl/time_limit", "glue:CreateJobRequest.Timeout", r"less than (7 days).*or (480 minutes) for Glue"),
    Stated("batch-etl-services/aws-lambda/time_limit", f"{LAMBDA}.Timeout", r"maximum allowed value is (900 seconds)"),
    Enum("emr-nodes/*/name", "emr:InstanceRoleType", says={"MASTER": "Primary"}),
    Enum("emr-nodes/*/name", "emr:InstanceFleetType", says={"MASTER": "Primary"}),
    Enum(
        "migration-services/aws-database-migration-service-dms/mode",
        "dms:MigrationTypeValue",
        says={"cdc": "change data capture", "full-load-and-cdc": "both"},
    ),
    Enum("step-functions-types/*/name", "stepfunctions:StateMachineType"),
    *(
        Limit(f"lambda-stream-settings/{row}/range", f"lambda:{shape}", "min max")
        for row, shape in {
            "batchsize": "BatchSize",
            "maximumbatchingwindowinseconds": "MaximumBatchingWindowInSeconds",
            "parallelizationfactor": "ParallelizationFactor",
            "maximumretryattempts": "MaximumRetryAttemptsEventSourceMapping",
            "maximumrecordageinseconds": "MaximumRecordAgeInSeconds",
            "tumblingwindowinseconds": "TumblingWindowInSeconds",
        }.items()
    ),
    Stated("lambda-stream-settings/batchsize/default", "lambda:CreateEventSourceMappingRequest.BatchSize", r"Kinesis – Default (\d+)"),
    Stated("lambda-stream-settings/batchsize/range", "lambda:CreateEventSourceMappingRequest.BatchSize", r"invocation \((6 MB)\)"),
    Enum("lambda-stream-settings/startingposition/range", "lambda:EventSourcePosition"),
    Names(
        "lambda-stream-settings/batchsize,maximumbatchingwindowinseconds,parallelizationfactor,startingposition,bisectbatchonfunctionerror,"
        "reportbatchitemfailures,maximumretryattempts,maximumrecordageinseconds,filtercriteria,tumblingwindowinseconds/name",
        "lambda",
        whole=True,
    ),
    Stated("container-targets/aws-lambda/limits", f"{LAMBDA}.Timeout", r"maximum allowed value is (900 seconds)"),
    Stated("lambda-limits/run-time/value", f"{LAMBDA}.Timeout", r"maximum allowed value is (900 seconds)"),
    Stated("lambda-limits/tmp/value", f"{LAMBDA}.EphemeralStorage", r"between (512) and ([\d,]+ MB)"),
    Stated("lambda-limits/payload-sync/value", "lambda:CreateEventSourceMappingRequest.BatchSize", r"invocation \((6 MB)\)"),
    Stated("container-targets/aws-lambda/limits", "lambda:CreateEventSourceMappingRequest.BatchSize", r"invocation \((6 MB)\)"),
    Stated("endpoint-fronts/lambda-function-url/time", f"{LAMBDA}.Timeout", r"maximum allowed value is (900 seconds)"),
    Stated("endpoint-fronts/lambda-function-url/size", "lambda:CreateEventSourceMappingRequest.BatchSize", r"invocation \((6 MB)\)"),
)
DATA = STORAGE + STREAMS + PROCESSING
